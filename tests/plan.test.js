// Plans beside HiGHS, a general solver, on goals made up at random: the same fewest credits and steps, through the
// package.
import assert from "node:assert/strict";
import { test } from "node:test";
import loadHighs from "highs";
import { Register } from "../pkg/waymark.js";
import { made, planProgramme, randomOf, takesAnyStandard } from "./goals.js";

const highs = await loadHighs();
const options = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 };

/** The fewest credits that fill a goal, and with them the fewest steps; null where nothing fills it. */
function fewestOf(question) {
  const { Status, ObjectiveValue } = highs.solve(planProgramme(question).lp(), options);
  if (Status === "Infeasible") return null;
  assert.equal(Status, "Optimal");
  const cost = Math.abs(Math.round(ObjectiveValue));
  return { credits: Math.floor(cost / 1000), awards: cost % 1000 };
}

const sizes = [
  [500, { credentials: 8, standards: 4, parts: 3, held: 30 }],
  [300, { credentials: 12, standards: 3, parts: 3, step: 5, held: 40 }],
  [100, { credentials: 25, standards: 0, parts: 4, step: 5, held: 20, nested: false }],
];

test("a plan asks for as little as HiGHS finds, on random goals", () => {
  const seen = { reached: 0, outOfReach: 0 };
  let unproved = 0;
  for (const [number, size] of sizes) {
    for (let seed = 1; seed <= number; seed += 1) {
      const question = made(randomOf(seed * 37 + size.credentials), size);
      if (takesAnyStandard(question.goal.requirements)) continue;
      const { plans, optimal } = JSON.parse(new Register(question.snapshot).plan(question.question));
      const [first] = plans;
      const fewest = fewestOf(question);
      if (optimal) {
        assert.deepEqual(first ? { credits: first.credits, awards: first.awards } : null, fewest, `${JSON.stringify(size)}, seed ${seed}`);
      }
      unproved += optimal ? 0 : 1;
      seen[fewest ? "reached" : "outOfReach"] += 1;
    }
  }
  assert.ok(Math.min(seen.reached, seen.outOfReach) > 50, `one-sided: ${JSON.stringify(seen)}`);
  // A search that grows too long says so.
  assert.ok(unproved <= 20, `${unproved} were not proved`);
  console.log(`${JSON.stringify(seen)}, not proved: ${unproved}`);
});
