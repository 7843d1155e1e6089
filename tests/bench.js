// Speeds in Chromium, each beside something a person could use instead. Prints them, and asserts no time.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = (path) => readFileSync(here(path), "utf8");
const origin = "https://bench.test";

const bundled = async (entry) => {
  const { outputFiles: [{ text }] } = await build({ entryPoints: [here(entry)], bundle: true, format: "esm", platform: "browser", external: ["node:*", "module", "fs", "path", "url", "crypto", "worker_threads"], write: false, logLevel: "error" });
  return text;
};
const files = {
  "/": ["text/html", "<!DOCTYPE html><title>Bench</title>"],
  "/waymark.js": ["text/javascript", read("../target/bench/waymark.js")],
  "/waymark_bg.wasm": ["application/wasm", readFileSync(here("../target/bench/waymark_bg.wasm"))],
  "/engines.js": ["text/javascript", await bundled("bench-rules.js")],
  "/pathways.js": ["text/javascript", await bundled("bench-pathways.js")],
  "/highs.wasm": ["application/wasm", readFileSync(here("node_modules/highs/build/highs.wasm"))],
};

/** Runs in the page: where the engines and Waymark disagree, and the median milliseconds of one call of each. */
async function measure({ draft, day, snapshot }) {
  const { default: init, check, rules, Register } = await import("/waymark.js");
  const { decisions, drafts, jsonRulesEngine, publicodes } = await import("/engines.js");
  await init();
  const kept = new Register(snapshot);
  const report = JSON.parse(check(draft, day));
  const full = JSON.parse(draft);
  const { pages } = JSON.parse(rules(day));
  const decided = decisions(pages, day, report.route);
  const others = { "json-rules-engine": jsonRulesEngine(decided, full), publicodes: publicodes(decided, full) };

  const disagreements = [];
  let compared = 0;
  for (const [what, one] of drafts(full, pages)) {
    const { route, findings } = JSON.parse(check(JSON.stringify(one), day));
    // The rules were taken for one route.
    if (route !== report.route) continue;
    compared += 1;
    const outcomes = new Map(findings.map(({ requirement, clause, outcome }) => [`${requirement} ${clause}`, outcome]));
    for (const [engine, { names, facts, run, verdicts, verdictOf }] of Object.entries(others)) {
      const said = verdicts(await run(facts(one)));
      for (const name of names) {
        if (said.get(name) !== verdictOf(outcomes.get(name))) disagreements.push(`${engine}, ${name}, ${what}: ${said.get(name)}, and Waymark says ${outcomes.get(name)}`);
      }
    }
  }

  const contenders = {
    waymark: [10, () => check(draft, day)],
    ...Object.fromEntries(Object.entries(others).map(([name, { facts, run }]) => {
      const known = facts(full);
      return [name, [2, () => run(known)]];
    })),
    options: [1, () => kept.options(JSON.stringify({ format: "waymark.holdings/1", holdings: [] }))],
    register: [1, () => new Register(snapshot).free()],
    parse: [1, () => JSON.parse(snapshot)],
  };
  // They take turns, so that what else the machine does falls on all of them.
  const samples = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let turn = -20; turn < 80; turn += 1) {
    for (const [name, [calls, call]] of Object.entries(contenders)) {
      const start = performance.now();
      for (let each = 0; each < calls; each += 1) await call();
      if (turn >= 0) samples[name].push((performance.now() - start) / calls);
    }
  }
  const ms = Object.fromEntries(Object.entries(samples).map(([name, taken]) => [name, taken.sort((a, b) => a - b)[taken.length / 2]]));
  const sizes = Object.fromEntries(Object.entries(others).map(([name, { names }]) => [name, names.length]));
  return { counts: report.counts, problems: report.problems, rules: report.findings.length, sizes, compared, disagreements, ms };
}

/** Runs in the page: audits or plans beside general solvers. */
async function contest(what) {
  const { default: init, Register } = await import("/waymark.js");
  const { contest } = await import("/pathways.js");
  await init();
  return contest(Register, what);
}

const flags = JSON.parse(read("webdriver.json"))["goog:chromeOptions"].args.filter((flag) => !flag.startsWith("--headless"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
try {
  const page = await browser.newPage();
  await page.route(`${origin}/**`, (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname] ?? [];
    return body ? route.fulfill({ contentType, body }) : route.fulfill({ status: 404 });
  });
  await page.goto(origin);
  const { counts, problems, rules, sizes, compared, disagreements, ms } = await page.evaluate(measure, { draft: read("full-draft.json"), day: "2026-11-21", snapshot: read("../public/register.json") });
  assert.deepEqual([counts.missing, problems], [0, []], "the draft of the bench is no full one");
  assert.deepEqual(disagreements, [], "a rule says something else in another engine");
  const expressed = Object.entries(sizes).map(([name, number]) => `${number} in ${name}`).join(" and ");
  console.log(`Of ${rules} rules, ${expressed} can be expressed; they say of ${compared} drafts what Waymark says.`);
  const line = (what, number, time, more) => console.log(`${what.padEnd(34)} ${String(number).padStart(4)} rules ${time.toFixed(3).padStart(8)} ms ${((1000 * time) / number).toFixed(1).padStart(7)} µs a rule  ${more}`);
  line("Waymark, report as JSON", rules, ms.waymark, "(mark: 1 ms)");
  for (const [name, number] of Object.entries(sizes)) {
    line(name, number, ms[name], `${(ms[name] / number / (ms.waymark / rules)).toFixed(1)} times as long a rule (mark: 5), ${(ms[name] / ms.waymark).toFixed(1)} times in all`);
  }
  console.log(`The register read in ${ms.register.toFixed(1)} ms, ${(ms.register / ms.parse).toFixed(1)} times as long as JSON.parse of the same text.`);

  console.log(`What each micro-credential of the register is worth towards each goal: ${ms.options.toFixed(1)} ms (mark: 50 ms).`);

  const printContest = async (what) => {
    for (const { holdings, requirements, ms: { waymark, highs, yalps }, differences, unanswered } of await page.evaluate(contest, what)) {
      assert.deepEqual(differences, [], "a general solver finds another optimum");
      const beside = (name, time) => `${name} ${time.toFixed(1)} ms (${(time / waymark).toFixed(1)} times as long)`;
      console.log(`${`${holdings} × ${requirements}`.padEnd(10)} Waymark ${waymark.toFixed(2)} ms, ${beside("HiGHS", highs)}, ${beside("YALPS", yalps)}${unanswered.length > 0 ? `; no certain answer: ${unanswered.join("; ")}` : ""}`);
    }
  };
  console.log("Audits on goals made up at random, with equal optima (holdings × requirements):");
  await printContest("audit");
  console.log("Marks for 250 × 6: 5 ms, and HiGHS 10 times as long.");
  console.log("Plans on goals made up at random, with equal optima where each is sure of its own (micro-credentials × requirements):");
  await printContest("plan");
} finally {
  await browser.close();
}
