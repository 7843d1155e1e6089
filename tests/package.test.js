// The npm package as another program meets it: types, calls, answers and errors.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Register, check } from "../pkg/waymark.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const snapshot = read("public/register.json");
const preFlight = read("public/examples/pre_flight_security.json");
const certificate = "q-new-zealand-certificate-in-forestry-leadership-level-5";

const report = (draft, on, register) => JSON.parse(check(typeof draft === "string" ? draft : JSON.stringify(draft), on, register));
const outcome = (report, clause) => report.findings.find((finding) => finding.clause === clause)?.outcome;
const sixty = (type) => ({ format: "waymark.draft/1", title: "Large", level: 5, credits: 60, applicant: { type } });

/** Fails where a value is not of the shape: a type's name, a pattern, a list of either, or fields; `?` ends the names of those that may be missing. */
function hasShape(value, shape, at) {
  if (typeof shape === "string") return assert.equal(typeof value, shape, at);
  if (shape instanceof RegExp) return assert.match(value, shape, at);
  if (Array.isArray(shape)) {
    assert.ok(Array.isArray(value), at);
    return value.forEach((item, index) => hasShape(item, shape[0], `${at}[${index}]`));
  }
  const known = Object.keys(shape).map((name) => name.replace("?", ""));
  assert.deepEqual(Object.keys(value).filter((name) => !known.includes(name)), [], `${at} has fields of no contract`);
  for (const [name, inner] of Object.entries(shape)) {
    const field = name.replace("?", "");
    if (value[field] === undefined && name.endsWith("?")) continue;
    hasShape(value[field], inner, `${at}.${field}`);
  }
}

const citation = { instrument: "string", clause: "string", url: "string", standing: /^(found|seed|unverified)$/ };
const severity = /^(must|should|advisory)$/;
const reportShape = {
  format: /^waymark\.report\/1$/, on: /^\d{4}-\d\d-\d\d$/, regime: /^R\d[ab]?$/, route: /^(TEO|SCH|UNI|SSB|EQV)$/,
  verdict: /^(not_ready|incomplete|ready_for_judgement)$/,
  counts: { met: "number", not_met: "number", missing: "number", judgement: "number", not_applicable: "number" },
  findings: [{
    requirement: /^[a-z0-9-]+$/, clause: /^[A-Z]+-\d+[a-z]?$/, says: "string",
    outcome: /^(met|not_met|missing|judgement|not_applicable)$/, severity, fields: ["string"], fault: "string",
    why: "string", remedy: "string", "caution?": "string", citation,
  }],
  not_checked: [{ clause: "string", says: "string", severity, citation }],
  problems: [{ at: "string", found: "string", expected: "string" }],
  rules_version: "string", "register?": { as_at: "string", sha256: /^[0-9a-f]{64}$/ },
};

test("the package has types and no screens", () => {
  const types = read("pkg/waymark.d.ts");
  for (const call of ["check(draft: string, on: string, register?: Register", "class Register", "search(query: string): string", "problems(): string", "plan(question: string): string", "audit(question: string): string"]) {
    assert.ok(types.includes(call), call);
  }
  const wasm = readdirSync(join(root, "pkg")).filter((name) => name.endsWith(".wasm"));
  assert.equal(wasm.length, 1);
  assert.ok(!read(`pkg/${wasm[0]}`).includes("Check a draft"), "the screens are in the package");
});

test("a report has the shape of the contract, and its counts and verdict follow from its findings", () => {
  for (const on of ["2018-08-22", "2019-06-01", "2022-08-01", "2023-01-16", "2026-11-21"]) {
    for (const draft of [preFlight, "{}", sixty("pte"), sixty("non_teo"), sixty("university"), { credits: "many", mood: 1 }]) {
      const made = report(draft, on);
      hasShape(made, reportShape, "report");
      assert.equal(made.on, on);
      for (const [name, count] of Object.entries(made.counts)) {
        assert.equal(made.findings.filter((finding) => finding.outcome === name).length, count, name);
      }
      const must = (outcome) => made.findings.some((finding) => finding.severity === "must" && finding.outcome === outcome);
      assert.equal(made.verdict, must("not_met") ? "not_ready" : must("missing") ? "incomplete" : "ready_for_judgement");
      for (const finding of made.findings) {
        assert.equal(["not_met", "missing", "judgement"].includes(finding.outcome), finding.fault !== "", `${finding.clause}: ${finding.outcome} and “${finding.fault}”`);
      }
    }
  }
});

test("Pre-flight Security in 2019 and today", () => {
  const then = report(preFlight, "2019-06-01");
  assert.deepEqual([then.regime, then.route, outcome(then, "LIST-06"), outcome(then, "LIST-08")], ["R1", "TEO", "met", undefined]);
  const now = report(preFlight, "2026-11-21");
  assert.deepEqual([now.regime, now.route, outcome(now, "LIST-08"), outcome(now, "LIST-06")], ["R4", "TEO", "met", undefined]);
  assert.equal(now.counts.not_met, 0);
});

test("60 credits of a training establishment and of another body, in 2020 and today", () => {
  assert.deepEqual(["2020-06-01", "2026-11-21"].map((on) => report(sixty("pte"), on).verdict), ["not_ready", "not_ready"]);
  const then = report(sixty("non_teo"), "2020-06-01");
  assert.deepEqual([then.route, outcome(then, "EQV-07"), outcome(then, "LIST-06")], ["EQV", "met", undefined]);
  const now = report(sixty("non_teo"), "2026-11-21");
  assert.deepEqual([now.route, outcome(now, "LIST-08"), outcome(now, "ELIG-06")], ["TEO", "not_met", "not_met"]);
});

test("the same input gives the same bytes", () => {
  const [one, other] = [new Register(snapshot), new Register(snapshot)];
  for (const on of ["2019-06-01", "2026-11-21"]) assert.equal(check(preFlight, on, one), check(preFlight, on, other));
  const question = JSON.stringify({ goal: certificate, holdings: [{ credential: "core-forestry-leadership" }] });
  assert.equal(one.plan(question), other.plan(question));
  assert.equal(one.audit(question), other.audit(question));
  assert.equal(one.search("{}"), other.search("{}"));
});

test("a report names the register, which stays of use", () => {
  const register = new Register(snapshot);
  const named = { as_at: "2026-11-21", sha256: createHash("sha256").update(snapshot).digest("hex") };
  for (let time = 0; time < 3; time += 1) assert.deepEqual(report(preFlight, "2026-11-21", register).register, named);
  assert.deepEqual({ as_at: register.as_at, sha256: register.sha256 }, named);
  assert.equal(report(preFlight, "2026-11-21", null).register, undefined);
});

test("bad input throws an error that says what and where", () => {
  const register = new Register(snapshot);
  const wrong = [
    [() => check("{", "2026-11-21"), /^draft: .*line 1/], [() => check("[]", "2026-11-21"), /^draft: .*object/],
    [() => check('{"format":"waymark.register/1"}', "2026-11-21"), /^draft: .*waymark\.register\/1/],
    [() => check("{}", "yesterday"), /^on: .*yesterday/], [() => check("{}", "2026-02-30"), /^on: .*2026-02-30/],
    [() => check("{}", "2001-01-01"), /^on: .*22 August 2018/], [() => check("{}", "2026-11-21", {}), /^register: /],
    [() => new Register("<!DOCTYPE html>"), /^snapshot: .*line 1/], [() => new Register("{}"), /^snapshot: .*credentials/],
    [() => register.search("{"), /^query: .*line 1/], [() => register.search('{"filters":{"level":[12]}}'), /^query: .*level.*12/],
    [() => register.plan("{}"), /^question: .*goal/], [() => register.audit('{"goal":"q","on":"soon"}'), /^question: .*on.*soon/],
  ];
  for (const [call, message] of wrong) assert.throws(call, (error) => error instanceof Error && message.test(error.message) || assert.fail(`${call}: ${error.message}`));
  assert.equal(JSON.parse(register.search("{}")).total, 107, "and goes on");
});

test("a search finds, counts and says why", () => {
  const register = new Register(snapshot);
  const answer = JSON.parse(register.search(JSON.stringify({ text: "forestry leadership", filters: { level: [5], provider_kind: ["wdc"] }, limit: 2 })));
  assert.equal(answer.total, 3);
  assert.equal(answer.hits.length, 2);
  assert.ok(answer.hits.every(({ key, matched }) => key.endsWith("forestry-leadership") && matched.some(({ field, words }) => field === "title" && words.includes("forestry"))));
  assert.deepEqual(answer.facets.level.find(({ value }) => value === 5), { value: 5, count: 3 });
  const total = (text) => JSON.parse(register.search(JSON.stringify({ text }))).total;
  assert.ok(total("māori") > 0);
  assert.equal(total("maaori"), total("māori"));
});

test("the shipped register has no faults, and faults are reported", () => {
  assert.deepEqual(JSON.parse(new Register(snapshot).problems()), []);
  const faulty = new Register(JSON.stringify({ format: "waymark.register/1", as_at: "2026-11-21", credentials: [{ key: "a", title: "A", level: 11, source: "s" }, 7] }));
  const problems = JSON.parse(faulty.problems());
  assert.deepEqual(problems.map(({ at, found }) => [at, found]), [["credentials[0] a.level", "11"], ["credentials[1]", "7"]]);
});

test("what is held is audited and planned for", () => {
  const register = new Register(snapshot);
  const question = JSON.stringify({ format: "waymark.question/1", goal: certificate, holdings: [{ credential: "core-forestry-leadership", completed: "2025-05-01" }], on: "2026-11-21" });
  const plan = JSON.parse(register.plan(question));
  assert.equal(plan.format, "waymark.plan/1");
  assert.deepEqual(plan.ways.map((way) => [way.credits_held, way.credits_left, way.hours_left]), [[40, 40, 400], [40, 40, 400]]);
  const audit = JSON.parse(register.audit(question));
  assert.equal(audit.format, "waymark.audit/1");
  assert.equal(audit.credits, 40);
  assert.deepEqual(audit.held.map(({ credential }) => credential), ["core-forestry-leadership"]);
});

test("the example of the README runs", (context) => {
  const example = read("README.md").match(/<!-- package-example -->\s*```js\n([\s\S]*?)```/)?.[1];
  if (!example) return context.skip("README.md has no package example yet");
  const place = mkdtempSync(join(tmpdir(), "waymark-example-"));
  try {
    mkdirSync(join(place, "node_modules"));
    symlinkSync(join(root, "pkg"), join(place, "node_modules", "waymark"));
    writeFileSync(join(place, "example.mjs"), example);
    const printed = execFileSync(process.execPath, [join(place, "example.mjs")], { cwd: root, encoding: "utf8" });
    assert.match(printed, /not_ready[\s\S]*LIST-08[\s\S]*Core Forestry Leadership[\s\S]*\[ 40, 40 \]/);
  } finally {
    rmSync(place, { recursive: true });
  }
});
