// Speeds in Chromium, each beside something a person could use instead. Prints, and asserts nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = (path) => readFileSync(here(path), "utf8");
const origin = "https://bench.test";

const engine = await build({ entryPoints: [here("node_modules/json-rules-engine/dist/index.js")], bundle: true, format: "esm", write: false, logLevel: "error" });
const files = {
  "/": ["text/html", "<!DOCTYPE html><title>Bench</title>"],
  "/waymark.js": ["text/javascript", read("../target/bench/waymark.js")],
  "/waymark_bg.wasm": ["application/wasm", readFileSync(here("../target/bench/waymark_bg.wasm"))],
  "/engine.js": ["text/javascript", engine.outputFiles[0].text],
};

/** Runs in the page: median milliseconds of one call, over many samples of several calls each. */
async function measure({ draft, snapshot, rules }) {
  const { default: init, check, Register } = await import("/waymark.js");
  const { default: { Engine } } = await import("/engine.js");
  await init();
  const median = async (calls, call) => {
    const samples = [];
    for (let sample = -10; sample < 60; sample += 1) {
      const start = performance.now();
      for (let each = 0; each < calls; each += 1) await call();
      if (sample >= 0) samples.push((performance.now() - start) / calls);
    }
    return samples.sort((a, b) => a - b)[samples.length / 2];
  };
  const report = JSON.parse(check(draft, "2026-11-21"));
  // As many rules as the report has findings; there are fewer conditions, so they come again.
  const engine = new Engine(report.findings.map((_, index) => rules[index % rules.length]), { allowUndefinedFacts: true });
  const facts = JSON.parse(draft);
  const { results, failureResults } = await engine.run(facts);
  return {
    counts: report.counts, problems: report.problems, rules: report.findings.length, ruled: results.length, failed: failureResults.length,
    check: await median(20, () => check(draft, "2026-11-21")),
    engine: await median(5, () => engine.run(facts)),
    register: await median(1, () => new Register(snapshot).free()),
    parse: await median(1, () => JSON.parse(snapshot)),
  };
}

// One condition each on what the draft says, as simple as rules can be: no editions, no reasons, no remedies.
const stated = (fact, path) => ({ fact, path, operator: "notEqual", value: "" });
const conditions = [
  { fact: "credits", operator: "greaterThanInclusive", value: 1 }, { fact: "credits", operator: "lessThanInclusive", value: 40 },
  { fact: "level", operator: "greaterThanInclusive", value: 1 }, { fact: "level", operator: "lessThanInclusive", value: 10 },
  { fact: "applicant", path: "$.type", operator: "in", value: ["pte", "itp", "wananga", "gte"] }, { fact: "hours", path: "$.total", operator: "equal", value: 300 },
  { fact: "review", path: "$.period_years", operator: "lessThanInclusive", value: 3 }, { fact: "fee_per_credit", operator: "lessThanInclusive", value: 75 },
  { fact: "need", path: "$.evidence.length", operator: "greaterThanInclusive", value: 1 }, { fact: "outcomes", path: "$.length", operator: "greaterThanInclusive", value: 1 },
  { fact: "assessment", path: "$.items.length", operator: "greaterThanInclusive", value: 1 }, { fact: "standards", path: "$.length", operator: "greaterThanInclusive", value: 1 },
  { fact: "delivery", path: "$.main_setting", operator: "in", value: ["workplace", "classroom", "online", "blended"] }, { fact: "learners", path: "$.international", operator: "equal", value: false },
  stated("title"), stated("nzsced"), stated("developer", "$.name"), stated("purpose", "$.statement"), stated("purpose", "$.use_location"), stated("pathways", "$.education"),
  stated("pathways", "$.employment"), stated("contribution"), stated("gap_statement"), stated("duplication", "$.rationale"), stated("moderation", "$.internal"), stated("info", "$.entry"), stated("support"),
];
const rules = conditions.map((condition, index) => ({ conditions: { all: [condition] }, event: { type: `rule ${index + 1}` } }));

const flags = JSON.parse(read("webdriver.json"))["goog:chromeOptions"].args.filter((flag) => !flag.startsWith("--headless"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
try {
  const page = await browser.newPage();
  await page.route(`${origin}/**`, (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname] ?? [];
    return body ? route.fulfill({ contentType, body }) : route.fulfill({ status: 404 });
  });
  await page.goto(origin);
  const found = await page.evaluate(measure, { draft: read("full-draft.json"), snapshot: read("../public/register.json"), rules });
  assert.deepEqual([found.counts.missing, found.problems], [0, []], "the draft of the bench is no full one");
  assert.deepEqual([found.ruled, found.failed], [found.rules, 0], "the two do not look at the same number of rules");
  const line = (what, ms, more) => console.log(`${what.padEnd(44)} ${ms.toFixed(3).padStart(8)} ms  ${more}`);
  line("a full draft checked, report as JSON", found.check, "(mark: 1 ms)");
  line(`json-rules-engine, ${found.rules} simple rules`, found.engine, `${(found.engine / found.check).toFixed(1)} times as long (mark: 20)`);
  line("the register read", found.register, `${(found.register / found.parse).toFixed(1)} times as long as JSON.parse`);
  line("JSON.parse of the same text", found.parse, "");
} finally {
  await browser.close();
}
