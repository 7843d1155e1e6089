// Audits beside two general solvers, for the bench, on the same goals made up at random.
import loadHighs from "highs";
import { defaultOptions, solve } from "yalps";
import { made, programme, randomOf } from "./goals.js";

/** Holdings × requirements. */
const sizes = [[50, 4], [250, 6], [1000, 10]];
const seeds = [1, 2, 3];
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

/** The credits of the best by a solver: complete where it can be, else the most; null where it gave no answer in time. */
const best = (models, run) => models.reduce((found, model) => found ?? run(model), undefined) ?? null;

/** For each size, the median milliseconds of each, and where one found another optimum than Waymark. */
export async function audits(Register) {
  const highs = await loadHighs({ locateFile: (file) => `/${file}` });
  const byHighs = (model) => {
    const { Status, ObjectiveValue } = highs.solve(model.lp, { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
    return Status === "Optimal" ? Math.round(ObjectiveValue) : undefined;
  };
  const byYalps = (model) => {
    const { status, result } = solve(model.yalps, { ...defaultOptions, timeout: patience, maxIterations: Infinity });
    return status === "optimal" ? Math.round(result) : status === "infeasible" ? undefined : null;
  };
  return sizes.map(([holdings, requirements]) => {
    const times = { waymark: [], highs: [], yalps: [] };
    const [differences, unanswered] = [[], []];
    for (const seed of seeds) {
      const question = made(randomOf(seed), { credentials: holdings, standards: 0, parts: requirements, step: 5, held: 100, nested: false });
      const register = new Register(question.snapshot);
      const models = [true, false].map((isComplete) => {
        const model = programme(question, isComplete);
        return { lp: model.lp(), yalps: model.yalps() };
      });
      register.audit(question.question);
      const [own, answer] = timed(9, () => register.audit(question.question));
      const { credits, proved } = JSON.parse(answer);
      times.waymark.push(own);
      const compare = (name, runs, run) => {
        const [time, found] = timed(runs, () => best(models, run));
        times[name].push(time);
        if (found === null) unanswered.push(`${name}, seed ${seed}`);
        else if (found !== credits.counted) differences.push(`${holdings} × ${requirements}, seed ${seed}: ${name} finds ${found}, Waymark ${credits.counted}`);
      };
      compare("highs", 3, byHighs);
      compare("yalps", 1, byYalps);
      if (!proved) unanswered.push(`waymark, seed ${seed}`);
      register.free();
    }
    const ms = Object.fromEntries(Object.entries(times).map(([name, taken]) => [name, median(taken)]));
    return { holdings, requirements, ms, differences, unanswered };
  });
}
