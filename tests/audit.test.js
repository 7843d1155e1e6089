// The audit beside HiGHS, a general solver, on goals made up at random: the same optimum, through the package.
import assert from "node:assert/strict";
import { test } from "node:test";
import loadHighs from "highs";
import { Register } from "../pkg/waymark.js";
import { made, programme, randomOf } from "./goals.js";

const highs = await loadHighs();
const options = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 };

/** The best by HiGHS: complete where it can be, then with the most credits. */
function bestOf(question) {
  for (const isComplete of [true, false]) {
    const { Status, ObjectiveValue } = highs.solve(programme(question, isComplete).lp(), options);
    if (Status === "Optimal") return { complete: isComplete, counted: Math.round(ObjectiveValue) };
    assert.ok(isComplete && Status === "Infeasible", Status);
  }
  return assert.fail("the programme without a floor has no solution");
}

const sizes = [
  [1000, { credentials: 8, standards: 4, parts: 3 }],
  [800, { credentials: 10, standards: 3, parts: 4, step: 5 }],
  [100, { credentials: 15, standards: 5, parts: 4, step: 5 }],
  [100, { credentials: 30, standards: 0, parts: 5, step: 5, nested: false }],
];

test("an audit counts as much as HiGHS finds, on random goals", () => {
  const seen = { true: 0, false: 0 };
  let unproved = 0;
  for (const [number, size] of sizes) {
    for (let seed = 1; seed <= number; seed += 1) {
      const question = made(randomOf(seed * 31 + size.credentials), size);
      const { complete, credits, proved } = JSON.parse(new Register(question.snapshot).audit(question.question));
      const at = `${JSON.stringify(size)}, seed ${seed}`;
      assert.deepEqual({ complete, counted: credits.counted }, bestOf(question), at);
      unproved += proved ? 0 : 1;
      seen[complete] += 1;
    }
  }
  assert.ok(Math.min(seen.true, seen.false) > 100, `one-sided: ${JSON.stringify(seen)}`);
  // A search that grows too long says so; what it found is as good all the same.
  assert.ok(unproved <= 5, `${unproved} were not proved`);
});
