// Audits and plans beside two general solvers, for the bench, on the same goals made up at random.
import loadHighs from "highs";
import { defaultOptions, solve } from "yalps";
import { made, planProgramme, programme, randomOf, takesAnyStandard } from "./goals.js";

/** What is asked of each: how much is held, what the general solvers are given, one programme after another until one
 * has a solution, and the number that Waymark has to find too; null where it isn't sure of it, and undefined where there is none. */
const contests = {
  audit: {
    sizes: [[50, 4], [250, 6], [1000, 10]], held: 100, isFit: () => true,
    programmes: (question) => [programme(question, true), programme(question, false)],
    found: ({ credits, proved }) => (proved ? credits.counted : null),
  },
  plan: {
    sizes: [[50, 4], [250, 6]], held: 10, isFit: ({ goal }) => !takesAnyStandard(goal.requirements),
    programmes: (question) => [planProgramme(question)],
    // Credits go first, and steps after them; see planProgramme.
    found: ({ plans: [first], optimal }) => (optimal ? first && -(1000 * first.credits + first.awards) : null),
  },
};
/** How many goals there are of a size. */
const number = 3;
/** So long YALPS may take for one programme, in milliseconds. */
const patience = 5000;

const median = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];

/** Runs a call some times: its median milliseconds, and its answer. */
function timed(times, call) {
  let answer;
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    answer = call();
    return performance.now() - start;
  });
  return [median(taken), answer];
}

/** The optimum by a solver: that of the first programme that has one, undefined where none has; null where it gave no answer in time. */
const best = (models, run) => models.reduce((found, model) => (found === undefined ? run(model) : found), undefined);

/** The first goals of a size for which a programme can be written. */
function questions(holdings, requirements, { held, isFit }) {
  const all = [];
  for (let seed = 1; all.length < number; seed += 1) {
    const question = made(randomOf(seed), { credentials: holdings, standards: 0, parts: requirements, step: 5, held, nested: false });
    if (isFit(question)) all.push({ seed, question });
  }
  return all;
}

/** For each size, the median milliseconds of each, and where one found another optimum than Waymark; `what` is `audit` or `plan`. */
export async function contest(Register, what) {
  const highs = await loadHighs({ locateFile: (file) => `/${file}` });
  const byHighs = (model) => {
    const { Status, ObjectiveValue } = highs.solve(model.lp, { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
    return Status === "Optimal" ? Math.round(ObjectiveValue) : Status === "Infeasible" ? undefined : null;
  };
  const byYalps = (model) => {
    const { status, result } = solve(model.yalps, { ...defaultOptions, timeout: patience, maxIterations: Infinity });
    return status === "optimal" ? Math.round(result) : status === "infeasible" ? undefined : null;
  };
  const { sizes, programmes, found: foundIn } = contests[what];
  return sizes.map(([holdings, requirements]) => {
    const times = { waymark: [], highs: [], yalps: [] };
    const [differences, unanswered] = [[], []];
    for (const { seed, question } of questions(holdings, requirements, contests[what])) {
      const register = new Register(question.snapshot);
      const models = programmes(question).map((model) => ({ lp: model.lp(), yalps: model.yalps() }));
      register[what](question.question);
      const [own, answer] = timed(9, () => register[what](question.question));
      const ours = foundIn(JSON.parse(answer));
      times.waymark.push(own);
      if (ours === null) unanswered.push(`waymark, seed ${seed}`);
      for (const [name, runs, run] of [["highs", 3, byHighs], ["yalps", 1, byYalps]]) {
        const [time, found] = timed(runs, () => best(models, run));
        times[name].push(time);
        if (found === null) unanswered.push(`${name}, seed ${seed}`);
        else if (ours !== null && found !== ours) differences.push(`${holdings} × ${requirements}, seed ${seed}: ${name} finds ${found}, Waymark ${ours}`);
      }
      register.free();
    }
    const ms = Object.fromEntries(Object.entries(times).map(([name, taken]) => [name, median(taken)]));
    return { holdings, requirements, ms, differences, unanswered };
  });
}
