// Goals, registers and holdings made up at random, each with the same question as a mixed integer programme.
// All of it is synthetic. Nothing here knows how Waymark solves it.

/** Numbers of one seed: `random(n)` is from 0 to n - 1. */
export function randomOf(seed) {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % limit;
  };
}

const range = (number) => [...Array(number).keys()];

/** A register of credentials and standards, what is held of it, and a goal. Credits come in steps. */
export function made(random, { credentials, standards, parts, step = 1, held = 80, nested = true }) {
  const chance = (percent) => random(100) < percent;
  const size = () => step * (1 + random(6));
  const level = () => 3 + random(4);
  const listed = range(standards).map((index) => ({ id: `${1000 + index}`, level: level(), credits: size(), source: "synthetic" }));
  const all = range(credentials).map((index) => {
    const own = listed.filter(() => chance(standards > 0 ? 100 / standards : 0));
    const beside = own.length === 0 || chance(50) ? size() : 0;
    return { key: `c${index}`, title: "synthetic", level: level(), credits: own.reduce((sum, { credits }) => sum + credits, beside), standards: own.map(({ id }) => id), source: "synthetic" };
  });
  const some = (entries, percent) => entries.filter(() => chance(percent));
  const holdings = [...some(listed, held).map(({ id }) => ({ standard: id })), ...some(all, held).map(({ key }) => ({ credential: key }))];
  const total = all.reduce((sum, { credits }) => sum + credits, 0);

  const rule = () => {
    // The format has no requirement of more than 1,000 credits.
    const credits = Math.max(step, step * Math.floor(Math.min(1000, (total * (20 + random(80))) / (100 * parts)) / step));
    const upTo = () => step * (1 + random(Math.ceil(credits / step)));
    const kind = () => (chance(50) ? "standard" : "credential");
    const from = [
      () => "any", () => ({ kinds: [kind()] }),
      () => ({ credentials: some(all, 60).map(({ key }) => key), standards: some(listed, 60).map(({ id }) => id) }),
    ][Math.min(2, random(5))]();
    return {
      credits, from, ...(chance(30) && { level_at_least: 3 + random(3) }),
      ...(chance(40) && { of_which: [{ credits: upTo(), level_at_least: 4 + random(3) }, ...(chance(40) ? [{ at_most: upTo(), from: { kinds: [kind()] } }] : [])] }),
    };
  };
  const node = (depth) => {
    if (nested && depth > 0 && chance(30)) {
      const inner = range(2 + random(2)).map(() => node(depth - 1));
      return chance(30) ? { all: inner } : { some: 1 + random(inner.length), of: inner };
    }
    if (nested && chance(10)) return { credential: all[random(all.length)].key };
    if (nested && chance(10) && standards > 0) return { standard: listed[random(standards)].id };
    return rule();
  };
  const goal = { format: "waymark.goal/1", requirements: { all: range(parts).map(() => node(2)) }, ...(nested && chance(15) && { at_most: step * (3 + random(20)) }) };
  return {
    snapshot: JSON.stringify({ format: "waymark.register/1", as_at: "synthetic", credentials: all, standards: listed }),
    question: JSON.stringify({ format: "waymark.question/1", goal, holdings }),
    goal, credentials: all, standards: listed, holdings,
  };
}

/** What may be placed: each with the learning in it, of which each piece counts once. */
function pieces({ credentials, standards, holdings }) {
  const held = credentials.filter(({ key }) => holdings.some(({ credential }) => credential === key));
  const inside = new Set([...holdings.flatMap(({ standard }) => standard ?? []), ...held.flatMap((own) => own.standards)]);
  const own = standards.filter(({ id }) => inside.has(id)).map(({ id, level, credits }) => ({ kind: "standard", name: id, level, credits, atoms: [id] }));
  const creditsOf = new Map(standards.map(({ id, credits }) => [id, credits]));
  const wrapped = held.flatMap(({ key, level, credits, standards: ids }) => {
    const left = credits - ids.reduce((sum, id) => sum + creditsOf.get(id), 0);
    const itself = { kind: "credential", name: key, level, credits, atoms: [...ids, key] };
    return left > 0 && ids.length > 0 ? [itself, { ...itself, credits: left, atoms: [key], isRest: true }] : [itself];
  });
  return [...own, ...wrapped];
}

const isFrom = (piece, from) => from === undefined || from === "any" || (from.kinds ?? []).includes(piece.kind) || (from[`${piece.kind}s`] ?? []).includes(piece.name);
const isOf = (piece, { level_at_least: least = 0, from }) => piece.level >= least && isFrom(piece, from);

/** A programme: what to maximise, and rows of at most so much. Every variable is a whole number from 0 on. */
class Programme {
  objective = new Map();
  rows = [];
  /** The most of each variable. */
  bounds = new Map();

  variable(name, most) {
    this.bounds.set(name, most);
    return name;
  }

  atMost(terms, limit) {
    this.rows.push([terms, limit]);
  }

  lp() {
    const sum = (terms) => [...terms].map(([name, factor]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`).join(" ");
    const names = [...this.bounds.keys()];
    return [
      "Maximize", ` obj: ${sum(this.objective)}`, "Subject To", ...this.rows.map(([terms, limit], index) => ` r${index}: ${sum(terms)} <= ${limit}`),
      "Bounds", ...names.map((name) => ` 0 <= ${name} <= ${this.bounds.get(name)}`), "General", ` ${names.join(" ")}`, "End",
    ].join("\n");
  }

  yalps() {
    const variables = new Map([...this.bounds].map(([name, most]) => [name, new Map([["objective", this.objective.get(name) ?? 0], [`most ${name}`, 1]])]));
    this.rows.forEach(([terms], index) => terms.forEach(([name, factor]) => variables.get(name).set(`r${index}`, factor)));
    const constraints = new Map([...this.rows.map(([, limit], index) => [`r${index}`, { max: limit }]), ...[...this.bounds].map(([name, most]) => [`most ${name}`, { max: most }])]);
    return { direction: "maximize", objective: "objective", constraints, variables, integers: true };
  }
}

/** The programme of a question: with which everything is filled, or with which the most credits count. */
export function programme(question, isComplete) {
  const made = new Programme();
  const units = pieces(question);
  const creditsOf = new Map([...question.credentials.map(({ key, credits }) => [key, credits]), ...question.standards.map(({ id, credits }) => [id, credits])]);
  const placed = units.map(() => []);
  const counted = [];

  /** Adds a leaf, which counts where `chosen` is 1. */
  function leaf(node, chosen) {
    const at = counted.length;
    const takes = units.flatMap((unit, index) => {
      const named = node.credential ?? node.standard;
      const isTaken = named === undefined ? isOf(unit, node) : unit.name === named && unit.kind === (node.standard ? "standard" : "credential") && !unit.isRest;
      if (!isTaken) return [];
      const name = made.variable(`x${index}_${at}`, 1);
      placed[index].push(name);
      return [[name, unit]];
    });
    const most = node.credits ?? creditsOf.get(node.credential ?? node.standard);
    // What counts here.
    const worth = made.variable(`w${at}`, most);
    counted.push(worth);
    made.objective.set(worth, 1);
    made.atMost([[worth, 1], [chosen, -most]], 0);
    if (isComplete) made.atMost([[worth, -1], [chosen, most]], 0);
    if (node.credits === undefined) return made.atMost([[worth, 1], ...takes.map(([name]) => [name, -most])], 0);
    const shares = node.of_which ?? [];
    const classes = new Map();
    for (const [name, unit] of takes) {
      const key = shares.map((share) => (isOf(unit, share) ? 1 : 0)).join("");
      classes.set(key, [...(classes.get(key) ?? []), [name, unit.credits]]);
    }
    // Of each class that the floors and caps tell apart, what counts.
    const amounts = [...classes].map(([key, members], index) => {
      const amount = made.variable(`y${at}_${index}`, most);
      made.atMost([[amount, 1], ...members.map(([name, credits]) => [name, -credits])], 0);
      return [key, amount];
    });
    made.atMost([[worth, 1], ...amounts.map(([, amount]) => [amount, -1])], 0);
    if (amounts.length > 0) made.atMost(amounts.map(([, amount]) => [amount, 1]), most);
    shares.forEach(({ credits, at_most: cap }, share) => {
      const inside = amounts.filter(([key]) => (key[share] === "1") === (cap !== undefined));
      if (inside.length > 0) made.atMost(inside.map(([, amount]) => [amount, 1]), cap ?? Math.max(0, most - credits));
    });
  }

  function requirement(node, chosen) {
    const inner = node.all ?? node.of;
    if (inner === undefined) return leaf(node, chosen);
    const own = inner.map((part) => {
      const choice = node.all ? chosen : made.variable(`z${made.bounds.size}`, 1);
      requirement(part, choice);
      return choice;
    });
    if (node.all) return undefined;
    made.atMost([...own.map((choice) => [choice, 1]), [chosen, -node.some]], 0);
    if (isComplete) made.atMost([...own.map((choice) => [choice, -1]), [chosen, node.some]], 0);
    return undefined;
  }

  const whole = made.variable("whole", 1);
  made.atMost([[whole, -1]], -1);
  requirement(question.goal.requirements, whole);
  if (question.goal.at_most !== undefined) made.atMost(counted.map((worth) => [worth, 1]), question.goal.at_most);
  placed.filter((names) => names.length > 1).forEach((names) => made.atMost(names.map((name) => [name, 1]), 1));
  for (const atom of new Set(units.flatMap(({ atoms }) => atoms))) {
    const sharing = units.flatMap((unit, index) => (unit.atoms.includes(atom) ? placed[index] : []));
    if (sharing.length > 1) made.atMost(sharing.map((name) => [name, 1]), 1);
  }
  return Object.assign(made, { units, placed });
}

/** Whether a goal asks for credits of any standard: a register lists only some, so no plan fills it. */
export function takesAnyStandard(node) {
  const inner = node.all ?? node.of;
  return inner ? inner.some(takesAnyStandard) : node.credits !== undefined && node.from.kinds?.[0] === "standard";
}

/** The programme of a plan: the steps with the fewest credits that fill everything, and of these the fewest. */
export function planProgramme(question) {
  const { credentials, standards, holdings } = question;
  const isHeld = (kind, name) => holdings.some((holding) => holding[kind] === name);
  const held = credentials.filter(({ key }) => isHeld("credential", key));
  const inside = new Set([...held.flatMap((own) => own.standards), ...standards.map(({ id }) => id).filter((id) => isHeld("standard", id))]);
  const everything = [...credentials.map(({ key }) => ({ credential: key })), ...standards.map(({ id }) => ({ standard: id }))];
  const made = programme({ ...question, holdings: everything }, true);
  made.objective = new Map();
  const step = (name, credits) => {
    made.objective.set(made.variable(name, 1), -(1000 * credits + 1));
    return name;
  };
  const creditsOf = new Map(standards.map(({ id, credits }) => [id, credits]));
  const left = ({ credits, standards: ids }) => ids.filter((id) => inside.has(id)).reduce((sum, id) => sum - creditsOf.get(id), credits);
  const own = new Map(standards.filter(({ id }) => !isHeld("standard", id)).map(({ id, credits }) => [id, step(`s${id}`, credits)]));
  const wrapped = new Map(credentials.filter(({ key }) => !isHeld("credential", key)).map((credential) => [credential.key, step(`s${credential.key}`, left(credential))]));
  made.units.forEach(({ kind, name }, index) => {
    if (kind === "standard" ? inside.has(name) : !wrapped.has(name)) return;
    const around = credentials.filter((credential) => wrapped.has(credential.key) && credential.standards.includes(name)).map(({ key }) => wrapped.get(key));
    const steps = kind === "standard" ? [own.get(name), ...around].filter(Boolean) : [wrapped.get(name)];
    made.placed[index].forEach((place) => made.atMost([[place, 1], ...steps.map((taken) => [taken, -1])], 0));
  });
  return made;
}
