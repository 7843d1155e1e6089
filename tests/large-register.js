// A register of a size that no country has yet, made up at random. All of it is synthetic, and says so.
import { randomOf } from "./goals.js";

const range = (number) => [...Array(number).keys()];
const subjects = ["Health", "Education", "Engineering and Related Technologies", "Information Technology", "Management and Commerce"];

/** The text of a register with so many micro-credentials and goals, and a standard for each two micro-credentials. */
export function largeRegister(credentials, goals, seed = 1) {
  const random = randomOf(seed);
  const pick = (list, number) => range(number).map(() => list[random(list.length)]);
  const credits = () => 5 * (1 + random(8));
  const standards = range(Math.ceil(credentials / 2)).map((index) => ({
    id: `${10000 + index}`, title: `Synthetic standard ${index}`, level: 3 + random(4), credits: credits(), source: "synthetic",
  }));
  const listed = range(credentials).map((index) => ({
    key: `c${index}`, title: `Synthetic micro-credential ${index} in ${subjects[index % subjects.length]}`, subject: subjects[index % subjects.length],
    provider: `Synthetic provider ${index % 200}`, level: 3 + random(4), credits: credits(), status_group: "offered",
    standards: pick(standards, random(3)).map(({ id }) => id), source: "synthetic",
  }));
  const requirements = [
    () => ({ all: pick(listed, 2).map(({ key }) => ({ credential: key })) }),
    () => ({ some: 2, of: pick(listed, 6).map(({ key }) => ({ credential: key })) }),
    () => ({ credits: 60, from: { credentials: pick(listed, 40).map(({ key }) => key), standards: pick(standards, 20).map(({ id }) => id) } }),
    () => ({ credits: 40, from: { kinds: ["credential"] }, level_at_least: 4 + random(2) }),
    () => ({ credits: 45, from: { kinds: ["standard", "credential"] }, of_which: [{ credits: 20, level_at_least: 5 }] }),
  ];
  const qualifications = range(goals).map((index) => ({
    key: `q${index}`, title: `Synthetic certificate ${index}`, level: 3 + (index % 4), credits_min: 120, credits_max: 120, source: "synthetic",
    ...(index % 3 > 0 && { requirements: { all: pick(requirements, 2 + random(2)).map((made) => made()) }, structure: { basis: "rules", source: "synthetic" } }),
  }));
  const stacks = qualifications.filter((_, index) => index % 3 === 0).map((to, index) => ({
    id: `s${index}`, kind: index % 2 ? "full_stack" : "partial_credit", to: { key: to.key, title: to.title, kind: "qualification" },
    from: pick(listed, 2 + random(4)).map(({ key, title }) => ({ key, title })), credits_counted: 60, strength: "stated", source: "synthetic",
  }));
  return JSON.stringify({ format: "waymark.register/1", as_at: "synthetic", notes: ["Synthetic: made up at random."], credentials: listed, standards, qualifications, stacks });
}
