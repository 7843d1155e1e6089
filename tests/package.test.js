// The npm package as another program meets it: types, calls, answers and errors.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Register, changesSince, check, fewestChanges, rules } from "../pkg/waymark.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const snapshot = read("public/register.json");
const preFlight = read("public/examples/pre_flight_security.json");
const full = read("tests/full-draft.json");
const certificate = "q-new-zealand-certificate-in-forestry-leadership-level-5";

const report = (draft, on, register) => JSON.parse(check(typeof draft === "string" ? draft : JSON.stringify(draft), on, register));
const outcome = (report, clause) => report.findings.find((finding) => finding.clause === clause)?.outcome;
const sixty = (type) => ({ format: "waymark.draft/1", title: "Large", level: 5, credits: 60, applicant: { type } });

/** Fails where a value is not of the shape: a type's name or `any`, a pattern, a list of either, or fields; `?` ends the names of those that may be missing. */
function hasShape(value, shape, at) {
  if (shape === "any") return assert.notEqual(value, undefined, at);
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
const decidedBy = /^(machine|person|both)$/;
const bySeverity = { must: "number", should: "number", advisory: "number" };
const counts = {
  met: "number", not_met: "number", missing: "number", judgement: "number", information: "number", not_applicable: "number",
  not_met_by: bySeverity, missing_by: bySeverity,
};
const reportShape = {
  format: /^waymark\.report\/1$/, on: /^\d{4}-\d\d-\d\d$/, regime: /^R\d[ab]?$/, route: /^(TEO|SCH|UNI|SSB|EQV)$/,
  verdict: /^(not_ready|incomplete|ready_for_judgement)$/, "caution?": "string",
  counts, other_counts: { funding: counts, after_listing: counts }, next: [{ field: "string", waiting: "number" }],
  findings: [{
    requirement: /^[a-z0-9-]+$/, clause: /^[A-Z]+-\d+[a-z]?$/, stage: /^(application|funding|after_listing)$/, says: "string",
    outcome: /^(met|not_met|missing|judgement|information|not_applicable)$/, severity, decided_by: decidedBy, fields: ["string"],
    "home?": "string", "waits_for?": ["string"], "waits_for_one_of?": ["string"], "settled_with?": /^[A-Z]+-\d+[a-z]?$/, fault: "string", why: "string", remedy: "string",
    "fix?": { field: "string", from: "any", to: "any", settles: [/^[A-Z]+-\d+[a-z]?$/] }, "people_judge?": "string", "caution?": "string", citation, "against?": [citation],
  }],
  problems: [{ at: "string", found: "string", expected: "string", "blocks?": "boolean" }], "read_as?": { "credits?": "string", "application.date?": "string" },
  rules_version: /^[0-9a-f]{64}$/, "register?": { as_at: "string", sha256: /^[0-9a-f]{64}$/ },
};

test("the package has types and no screens", () => {
  const types = read("pkg/waymark.d.ts");
  for (const call of ["check(draft: string, on: string, register?: Register", "rules(on?: string): string", "fewestChanges(draft: string, on: string): string", "changesSince(report: string, draft: string): string", "class Register", "search(query: string): string", "problems(): string", "plan(question: string): string", "audit(question: string): string", "options(holdings: string, on?: string): string"]) {
    assert.ok(types.includes(call), call);
  }
  const wasm = readdirSync(join(root, "pkg")).filter((name) => name.endsWith(".wasm"));
  assert.equal(wasm.length, 1);
  assert.ok(!read(`pkg/${wasm[0]}`).includes("Check a draft"), "the screens are in the package");
});

/** How many findings have an outcome; all of them, or those of a severity. */
const number = (findings, wanted, severity) =>
  findings.filter((finding) => finding.outcome === wanted && [finding.severity, undefined].includes(severity)).length;

function countsAgree(counts, findings, at) {
  for (const [name, count] of Object.entries(counts)) {
    if (typeof count === "number") assert.equal(number(findings, name), count, `${at}: ${name}`);
    else for (const [severity, some] of Object.entries(count)) assert.equal(number(findings, name.replace("_by", ""), severity), some, `${at}: ${name}, ${severity}`);
  }
}

test("a report has the shape of the contract, and its counts and verdict follow from its findings", () => {
  const seeking = { ...sixty("pte"), applicant: { type: "pte", funds: ["DQ3-7"] }, fee_per_credit: 80 };
  for (const on of ["2018-08-22", "2019-06-01", "2022-08-01", "2023-01-16", "2026-11-21", "2032-01-01"]) {
    for (const draft of [preFlight, "{}", sixty("pte"), sixty("non_teo"), sixty("university"), seeking, { credits: "many", mood: 1 }]) {
      const made = report(draft, on);
      hasShape(made, reportShape, "report");
      assert.equal(made.on, on);
      const of = (stage) => made.findings.filter((finding) => finding.stage === stage);
      countsAgree(made.counts, of("application"), "application");
      for (const [stage, counts] of Object.entries(made.other_counts)) countsAgree(counts, of(stage), stage);
      const must = (outcome) => number(of("application"), outcome, "must") > 0;
      assert.equal(made.verdict, must("not_met") ? "not_ready" : must("missing") ? "incomplete" : "ready_for_judgement");
      assert.equal("caution" in made, on > "2026-12-01");
      for (const { clause, outcome, fault } of made.findings) {
        const asks = ["not_met", "missing", "judgement"].includes(outcome);
        assert.ok(fault === "" ? !asks : asks || outcome === "information", `${clause}: ${outcome} and “${fault}”`);
      }
    }
  }
});

test("before the first rules a report says why it has no verdict", () => {
  const made = report(preFlight, "2018-08-21");
  assert.deepEqual([made.verdict, made.regime, made.findings, made.counts.missing], [null, null, [], 0]);
  assert.match(made.why, /22 August 2018/);
  assert.equal(report(preFlight, "2018-08-22").why, undefined);
});

test("funding never changes the verdict", () => {
  const draft = (funds) => ({ ...JSON.parse(full), applicant: { ...JSON.parse(full).applicant, funds }, delivery: { main_setting: "online" }, fee_per_credit: 80 });
  const [without, sought] = [report(draft([]), "2026-11-21"), report(draft(["DQ3-7"]), "2026-11-21")];
  assert.deepEqual([outcome(without, "FUND-09"), outcome(sought, "FUND-09")], ["not_applicable", "not_met"]);
  const { not_applicable: bound, ...rest } = without.other_counts.funding;
  assert.ok(bound > 5 && rest.not_met + rest.missing + rest.judgement + rest.information === 0);
  assert.deepEqual([sought.verdict, sought.counts], [without.verdict, without.counts]);
});

test("a fault in an entry of a list has its home in that entry, and what is read is told", () => {
  const made = report({ uses_standards: true, standards: [{ id: "27360" }, { title: "Without a number" }], credits: "15 credits", application: { date: "21/11/2026" } }, "2026-11-21");
  assert.equal(made.findings.find(({ clause }) => clause === "LIST-18").home, "standards.1.id");
  assert.deepEqual([made.problems, made.read_as, outcome(made, "LIST-08")], [[], { "application.date": "2026-11-21", credits: "15" }, "met"]);
});

test("the fewest changes are given as data, with what only the author can put right", () => {
  const draft = JSON.stringify({ ...sixty("pte"), title: "National Diploma", hours: { total: 600 } });
  const { format, ways, for_you, to_fill_in } = JSON.parse(fewestChanges(draft, "2026-11-21"));
  assert.equal(format, "waymark.changes/1");
  assert.deepEqual(ways, [[{ field: "credits", from: 60, to: 40 }, { field: "hours.total", from: 600, to: 400 }]]);
  assert.deepEqual([...new Set(for_you.map(({ field }) => field))], ["title"]);
  assert.ok(to_fill_in.every(({ clause, field }) => outcome(report(draft, "2026-11-21"), clause) === "missing" && field));
});

test("an earlier report says what the rules say otherwise since", () => {
  const draft = JSON.stringify(sixty("pte"));
  const earlier = report(draft, "2026-11-21");
  assert.deepEqual(JSON.parse(changesSince(JSON.stringify(earlier), draft)).changes, []);
  earlier.findings.find(({ clause }) => clause === "LIST-08").outcome = "met";
  const since = JSON.parse(changesSince(JSON.stringify({ ...earlier, rules_version: "older" }), draft));
  assert.deepEqual(since, {
    format: "waymark.since/2", on: "2026-11-21", rules_version_before: "older", rules_version: earlier.rules_version,
    changes: [{ requirement: "credits-in-range", clause: "LIST-08", before: { outcome: "met", severity: "must" }, after: { outcome: "not_met", severity: "must" } }],
  });
});

test("the rules are given as data, all or those of a day", () => {
  const all = JSON.parse(rules());
  assert.equal(all.format, "waymark.rules/2");
  assert.equal(all.version, report("{}", "2026-11-21").rules_version);
  const page = all.pages.find(({ name }) => name === "credits-in-range");
  assert.deepEqual(page.edition.map(({ clause }) => clause), ["LIST-06", "LIST-06", "LIST-07", "LIST-08", "EQV-07"]);
  assert.match(page.words.en.says["LIST-08"], /from 1 to 40/);
  const sources = new Set(all.sources.map(({ id }) => id));
  for (const { name, edition } of all.pages) for (const { source } of edition) assert.ok(sources.has(source), `${name}: ${source}`);
  const names = (on) => JSON.parse(rules(on)).pages.map(({ name }) => name);
  const [then, now] = [names("2019-06-01"), names("2026-11-21")];
  assert.ok(then.length > 0 && then.length < all.pages.length && now.length < all.pages.length);
  assert.deepEqual([then, now].map((some) => some.includes("board-support")), [false, true]);
  assert.deepEqual([names(null), names(undefined)].map(({ length }) => length), [all.pages.length, all.pages.length]);
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
  const named = { as_at: "2026-11-26", sha256: createHash("sha256").update(snapshot).digest("hex") };
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
    [() => check("{}", "2026-11-21", {}), /^register: /], [() => fewestChanges("{", "2026-11-21"), /^draft: .*line 1/],
    [() => changesSince("{}", "{}"), /^report: .*on/], [() => changesSince('{"format":"waymark.draft/1"}', "{}"), /^report: .*waymark\.draft/], [() => rules("soon"), /^on: .*soon/],
    [() => new Register("<!DOCTYPE html>"), /^snapshot: .*line 1/], [() => new Register("{}"), /^snapshot: .*credentials/],
    [() => register.search("{"), /^query: .*line 1/], [() => register.search('{"filters":{"level":[12]}}'), /^query: .*level.*12/],
    [() => register.plan("{}"), /^question: .*goal/], [() => register.audit('{"goal":"q","on":"soon"}'), /^question: .*on.*soon/],
  ];
  for (const [call, message] of wrong) assert.throws(call, (error) => error instanceof Error && message.test(error.message) || assert.fail(`${call}: ${error.message}`));
  assert.equal(JSON.parse(register.search("{}")).total, 110, "and goes on");
});

test("what is no text throws one error that names the argument and asks for a text", () => {
  const register = new Register(snapshot);
  const calls = {
    draft: (value) => check(value, "2026-11-21"), on: (value) => check("{}", value), snapshot: (value) => new Register(value),
    report: (value) => changesSince(value, "{}"), query: (value) => register.search(value), question: (value) => register.plan(value),
  };
  for (const [argument, call] of Object.entries(calls)) {
    for (const value of [Buffer.from("{}"), undefined, null, {}, { format: "waymark.draft/1" }, new Date(), 7, ["{}"]]) {
      assert.throws(() => call(value), (error) => error instanceof Error && new RegExp(`^${argument}: expected a text`).test(error.message) || assert.fail(`${argument}: ${error}`));
    }
  }
  for (const value of [Buffer.from("2026-11-21"), {}, new Date()]) assert.throws(() => rules(value), /^Error: on: expected a text/);
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

const remark = { reason: "string", about: "string", rule: "any", says: "string" };
const problem = { at: "string", found: "string", expected: "string" };
const sum = { counted: "number", possible: "number", of: "any", "of_min?": "number", "of_max?": "number" };
const auditShape = {
  format: /^waymark\.audit\/2$/, goal: "any", title: "any", on: "any", advice: "string", complete: "any",
  credits: sum,
  requirements: [{
    id: "string", "title?": "string", state: /^(met|judgement|open|impossible)$/, counted: "number", possible: "number", needed: "any",
    holdings: ["string"], "may_count?": ["string"], "strength?": /^(stated|inferred|general|discretionary|planned)$/, "of?": ["string"],
  }],
  unused: [{ holding: "string", why: "string", "rule?": /^STK-\d\d$/ }], impossible: "any",
  "choices?": [{ holding: "string", requirements: ["string"] }],
  wishes: [{ holding: "string", requirement: "string", honoured: "boolean", cost: "any", leaves_open: "boolean" }],
  proved: "boolean", notes: [remark], problems: [problem], register: { as_at: "string", sha256: /^[0-9a-f]{64}$/ },
};

const plannedGoal = { key: "any", title: "any", complete: "any", credits: sum };
const planShape = {
  format: /^waymark\.plan\/2$/, goals: [plannedGoal], on: "any", advice: "string", prefer: /^(credits|awards|time|fees|provider)$/,
  plans: [{
    steps: [{
      "credential?": "string", "standard?": "string", "qualification?": "string", title: "any", level: "any", credits: "any", for: "any",
      "also_for?": ["string"], towards: ["number"], "or?": ["string"], "after?": ["string"], weeks: "any", fee: "any", provider: "any", until: "any",
      cautions: [remark], if_you_stop: [plannedGoal],
    }],
    credits: "any", hours: "any", awards: "number", weeks: "any", done: "any", begin_by: "any", fees: "any", providers: ["string"], firm: "boolean",
    left: [{ goal: "number", id: "string", says: "string", credits: "any", judged: "boolean" }],
  }],
  optimal: "boolean", more: "boolean", why_none: "any", notes: [remark], problems: [problem], register: { as_at: "string", sha256: /^[0-9a-f]{64}$/ },
};

test("what is held is audited and planned for", () => {
  const register = new Register(snapshot);
  const question = JSON.stringify({ format: "waymark.question/1", goal: certificate, holdings: [{ credential: "core-forestry-leadership", completed: "2025-05-01" }], on: "2026-11-21" });
  const plan = JSON.parse(register.plan(question));
  hasShape(plan, planShape, "plan");
  assert.deepEqual(plan.plans.map(({ credits, hours, awards, firm, left }) => [credits, hours, awards, firm, left]), [[40, 400, 1, true, []], [40, 400, 1, true, []]]);
  assert.deepEqual(plan.plans.map(({ steps: [step] }) => step.credential), ["business-forestry-leadership", "operational-forestry-leadership"]);
  assert.deepEqual([plan.optimal, plan.more, plan.why_none], [true, false, null]);
  const audit = JSON.parse(register.audit(question));
  hasShape(audit, auditShape, "audit");
  assert.deepEqual([audit.complete, audit.credits, audit.unused, audit.impossible], [false, { counted: 40, possible: 40, of: 80 }, [], null]);
  assert.deepEqual(audit.requirements.find(({ id }) => id === "core").holdings, ["core-forestry-leadership"]);
});

test("a goal asks for what it asked for on the day", () => {
  const register = new Register(snapshot);
  const asked = (on) => JSON.parse(register.audit(JSON.stringify({ goal: "q-ncea-level-3", on }))).requirements.slice(0, 2);
  for (const [on, credits, beside] of [["2023-12-31", 80, "literacy-and-numeracy"], ["2024-01-01", 60, "co-requisite"]]) {
    const [first, second] = asked(on);
    assert.deepEqual([first.id, first.needed, second.id], ["credits", credits, beside], on);
  }
});

test("each micro-credential is worth the goals that it moves somebody towards", () => {
  const register = new Register(snapshot);
  const options = JSON.parse(register.options(JSON.stringify({ format: "waymark.holdings/1", holdings: [{ credential: "core-forestry-leadership" }], mood: 1 }), "2026-11-21"));
  hasShape(options, {
    format: /^waymark\.options\/2$/, on: /^2026-11-21$/, advice: "string",
    credentials: [{ key: "string", title: "string", cautions: [remark], towards: [{ goal: "string", title: "string", credits: sum, completes: "boolean", cautions: [remark] }] }],
    problems: [problem], register: { as_at: "string", sha256: /^[0-9a-f]{64}$/ },
  }, "options");
  const towards = (key) => options.credentials.find((credential) => credential.key === key)?.towards.map(({ goal, credits, completes }) => [goal, credits.counted, credits.possible, completes]);
  assert.deepEqual(towards("business-forestry-leadership"), [[certificate, 40, 40, true]]);
  // NCEA counts the standards inside, which the learner has yet to name (STK-39).
  assert.deepEqual(towards("startup-ignition-automotive"), [["q-ncea-level-2", 0, 20, false]]);
  assert.equal(towards("core-forestry-leadership"), undefined);
  assert.deepEqual(options.problems.map(({ at }) => at), ["mood"]);
  assert.throws(() => register.options("[]"), /^Error: holdings: /);
});

test("a goal may be a tree, and what no one can fill is told", () => {
  const register = new Register(snapshot);
  const requirements = { all: [
    { id: "core", credential: "core-forestry-leadership" }, { id: "again", credits: 40, from: { credentials: ["core-forestry-leadership"] } },
    { id: "project", judgement: "A project" },
  ] };
  const question = { goal: { format: "waymark.goal/1", title: "Twice", requirements }, holdings: [{ credential: "core-forestry-leadership" }, { prior_learning: "Years in the forest" }], wishes: [{ holding: "core-forestry-leadership", requirement: "again" }], mood: 1 };
  const audit = JSON.parse(register.audit(JSON.stringify(question)));
  hasShape(audit, auditShape, "audit");
  assert.deepEqual([audit.goal, audit.title, audit.complete, audit.proved], [null, "Twice", false, true]);
  assert.deepEqual([audit.impossible.requirements, audit.impossible.needed, audit.impossible.available], [["core", "again"], 80, 40]);
  assert.deepEqual(audit.choices, [{ holding: "core-forestry-leadership", requirements: ["core", "again"] }]);
  assert.deepEqual(audit.wishes.map(({ honoured, cost }) => [honoured, cost]), [[true, null]]);
  assert.deepEqual(audit.requirements.map(({ id, state }) => [id, state]), [["core", "impossible"], ["again", "met"], ["project", "judgement"]]);
  assert.deepEqual(audit.problems.map(({ at }) => at), ["mood"]);
  const plan = JSON.parse(register.plan(JSON.stringify(question)));
  hasShape(plan, planShape, "plan");
  assert.deepEqual([plan.plans, plan.optimal, plan.why_none], [[], true, audit.impossible.says]);
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
    assert.match(printed, /not_ready[\s\S]*LIST-08[\s\S]*waymark\.rules\/2[\s\S]*Core Forestry Leadership[\s\S]*\[ 40, 40 \]/);
  } finally {
    rmSync(place, { recursive: true });
  }
});
