// The draft page: what is typed, what the report says of it, and files in and out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  address, backToOwn, becomes, button, choose, day, drawn, example, field, finding, focused, openDraft, open, region, report,
  reportGroup, reportPanel, rules, says, scenario, shownText, stands, takeFile, verdict,
} from "./app.js";

const on = (date) => ({ at: `/draft?on=${date}` });
const readJson = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const fullDraft = readJson("tests/full-draft.json");

/** Fills in size and applicant. */
async function apply(page, credits, kind) {
  await field(page, "credits").fill(credits);
  await field(page, "applicant.type").selectOption(kind);
}

scenario("Pre-flight Security in 2019 and today", on("2019-06-01"), async (page) => {
  await example(page, "Pre-flight Security");
  await says(page, rules.first);
  await stands(page, "LIST-06", "met");
  assert.ok(!Object.values(await report(page)).flat().includes("LIST-08"));
  await choose(page, "Rules on other dates", "Today");
  await says(page, rules.now);
  await stands(page, "LIST-08", "met");
  await becomes(() => new URL(page.url()).search, "", "today needs no date in the address");
});

for (const [date, clause] of [["2020-06-01", "LIST-06"], ["2026-11-21", "LIST-08"]]) {
  scenario(`60 credits of a training establishment on ${date}`, on(date), async (page) => {
    await apply(page, "60", "pte");
    await stands(page, clause, "broken");
    assert.match(await verdict(page).textContent(), /^1 rule to fix before you apply\./);
    assert.match(await finding(page, clause).textContent(), /60 credits/);
  });
}

scenario("60 credits of an overseas body in 2020", on("2020-06-01"), async (page) => {
  await apply(page, "60", "non_teo");
  await says(page, "Route: equivalency assessment for other bodies.");
  await stands(page, "EQV-07", "met");
  await stands(page, "LIST-06", undefined);
});

scenario("60 credits of an overseas body today", on("2026-11-21"), async (page) => {
  await apply(page, "60", "non_teo");
  await stands(page, "LIST-08", "broken");
  await stands(page, "ELIG-06", "broken");
});

scenario("a title with a word of qualifications", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("National Diploma of Barbering");
  await stands(page, "LIST-02", "broken");
  const text = await finding(page, "LIST-02").textContent();
  assert.match(text, /national/i);
  assert.match(text, /diploma/i);
  await field(page, "title_justification").fill("It is the name of a competition.");
  await stands(page, "LIST-02", "judgement");
});

scenario("a field of study is found by a plain word, without a mouse", on("2026-11-21"), async (page) => {
  await field(page, "applicant.type").selectOption("pte");
  const code = page.getByRole("combobox", { name: "NZSCED code" });
  const options = page.getByRole("listbox").getByRole("option");
  await code.focus();
  await page.keyboard.type("forest");
  await becomes(() => options.allTextContents(), ["050501: Forestry Studies"]);
  await stands(page, "LIST-10", "missing");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await code.inputValue(), "050501");
  await becomes(() => options.count(), 0);
  for (const clause of ["LIST-10", "LIST-11"]) await stands(page, clause, "met");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("barber");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await says(page, "1103: Personal Services. You have four of the six digits. Look up the last two in the NZSCED list.");
  assert.equal(await code.inputValue(), "1103");
  assert.match(await finding(page, "LIST-10").textContent(), /1103 is the narrow field Personal Services. The listing gives the six digits of a detailed field./);
  await page.keyboard.type("99");
  await says(page, "Within 1103: Personal Services");
  await stands(page, "LIST-10", "met");
});

scenario("the page is called what the draft is called", { at: "/draft" }, async (page) => {
  const heading = page.getByRole("heading", { level: 1 });
  assert.equal(await heading.textContent(), "Check a draft");
  await field(page, "title").fill("Tree planting");
  await becomes(() => heading.textContent(), "Tree planting");
  await becomes(() => page.title(), "Tree planting · Waymark");
  await field(page, "title").fill("  ");
  await becomes(() => heading.textContent(), "Check a draft");
});

/** The counts beside the verdict by their name. */
const counts = (page) => page.locator("#report .counts li").evaluateAll((items) =>
  Object.fromEntries(items.map((item) => [item.textContent.replace(/^[\d…]+/, ""), item.querySelector("strong").textContent])));
const number = (text, pattern) => Number(text.match(pattern)?.[1] ?? 0);

/** Fails where verdict, counts and groups do not say the same. */
async function agrees(page, where) {
  const { broken, missing, expected, judgement, met } = await report(page);
  const shown = await counts(page);
  assert.deepEqual(
    [shown["to fix"], shown["to improve"] ?? "0", shown["to fill in"], shown["to judge"], shown.met].map(Number),
    [broken, expected, missing, judgement, met].map((clauses) => clauses.length), where,
  );
  const text = await verdict(page).textContent();
  assert.equal(number(text, /(\d+) rules? to fix/), broken.length, where);
  assert.equal(number(text, /(\d+) things? still waits? for your answer/), missing.length, where);
  assert.equal(number(text, /(\d+) things? (?:is|are) worth improving/), expected.length, where);
  assert.equal(text.includes("Nothing left"), broken.length + missing.length === 0, where);
}

scenario("verdict, counts and groups say the same", on("2026-11-21"), async (page) => {
  await agrees(page, "an empty draft");
  for (const name of ["Udacity, 60 credits", "Pre-flight Security"]) {
    await example(page, name);
    await agrees(page, name);
  }
  await field(page, "title").fill("National Diploma of Barbering");
  await stands(page, "LIST-02", "broken");
  await agrees(page, "a broken rule");
  await backToOwn(page);
  await openDraft(page, "full.json", fullDraft);
  await says(page, "full.json is open.");
  await agrees(page, "a full draft");
  await openDraft(page, "improve.json", { ...fullDraft, need: { ...fullDraft.need, isb_letter: null } });
  await says(page, "improve.json is open.");
  await becomes(async () => (await report(page)).expected?.length, 1);
  await agrees(page, "a draft of which something is worth improving");
  assert.match(await verdict(page).textContent(), /^Nothing left that has to change.* 1 thing is worth improving\. \d+ questions are for people/);
  await says(page, "That isn’t a yes.");
});

scenario("each part says what is left in it, and leads to its fields", on("2026-11-21"), async (page) => {
  await apply(page, "60", "pte");
  await stands(page, "LIST-08", "broken");
  const parts = page.getByRole("navigation", { name: "Parts of the draft" });
  const size = parts.getByRole("link", { name: /^Title, level and size/ });
  assert.match(await size.textContent(), /1 to fix/);
  assert.equal(await parts.getByText(/\d to fix/).count(), 1);
  await size.press("Enter");
  await becomes(() => focused(page), "part-title-title");
  await field(page, "credits").fill("20");
  await becomes(async () => (await size.textContent()).includes("to fix"), false);
});

scenario("a date before all rules says so in every part, and nothing else", { at: "/draft?on=2018-08-21" }, async (page) => {
  const parts = page.getByRole("navigation", { name: "Parts of the draft" }).getByRole("listitem");
  await becomes(() => parts.count(), 11);
  for (const part of await parts.all()) assert.match(await part.textContent(), /no rules on this date$/);
  await reportPanel(page).getByText("22 August 2018").first().waitFor();
  assert.ok(!(await verdict(page).isVisible()));
  await day(page).fill("2018-08-22");
  await becomes(() => verdict(page).isVisible(), true);
  assert.equal(await page.getByText("no rules on this date").count(), 0);
});

scenario("what is unfolded has words for people and no ids of programs", { at: "/draft" }, async (page) => {
  await openDraft(page, "full.json", { ...fullDraft, credits: 60, title: "National Diploma of Barbering" });
  await stands(page, "LIST-08", "broken");
  const clauses = Object.values(await report(page)).flat();
  const check = async (where) => {
    const text = await shownText(page);
    assert.ok(text.includes("Plan a planting day for a crew") || where !== "the form");
    assert.deepEqual(clauses.filter((clause) => text.includes(clause)), [], where);
    assert.deepEqual(text.match(/\b[oa]\d\b/g), null, where);
  };
  await check("the form");
  for (const heading of ["Met, as far as a program can see", "Funding", "Once it’s listed"]) await reportPanel(page).getByRole("heading", { name: heading }).click();
  await check("all groups unfolded");
  await choose(page, "Rules on other dates", rules.act);
  await check("other rules");
});

scenario("numbers stay as they are typed", { at: "/draft" }, async (page) => {
  for (const path of ["credits", "fee_per_credit"]) {
    for (const typed of ["12.", "007", "abc", "1.50", " $6", "1e5", "-3"]) {
      await field(page, path).fill("");
      await field(page, path).pressSequentially(typed);
      assert.equal(await field(page, path).inputValue(), typed, path);
    }
  }
  await open(page, "/draft");
  await becomes(() => field(page, "credits").inputValue(), "-3", "a reload keeps what does not fit too");
});

scenario("typing in the middle keeps the place", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Tree plnting");
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("aa");
  await page.keyboard.press("Backspace");
  assert.equal(await field(page, "title").inputValue(), "Tree planting");
});

scenario("a draft file goes round with fields nobody knows", { at: "/draft" }, async (page) => {
  const draft = {
    format: "waymark.draft/1", title: "Tree planting", level: 3, credits: 20, mood: { colour: "green", of: [1, 2.50, null] },
    outcomes: [{ id: "o1", text: "Plant", weight: 7 }], applicant: { name: "Us", motto: "Grow" }, fee_per_credit: 12.5,
  };
  await openDraft(page, "trees.json", draft);
  await says(page, "trees.json is open. 3 parts of it couldn’t be understood, and are kept as they are:");
  await says(page, "“mood” isn’t something Waymark asks");
  const first = await takeFile(page, "Download draft");
  assert.equal(first.name, "waymark-draft.json");
  assert.deepEqual(JSON.parse(first.text), draft);
  await field(page, "title").fill("Another");
  await openDraft(page, "again.json", first.text);
  await says(page, "again.json is open.");
  assert.equal((await takeFile(page, "Download draft")).text, first.text);
});

scenario("the report can be taken away", on("2026-11-21"), async (page) => {
  await apply(page, "60", "pte");
  await stands(page, "LIST-08", "broken");
  const { name, text } = await takeFile(page, "Download report");
  assert.equal(name, "waymark-report.json");
  const { format, verdict, findings, counts } = JSON.parse(text);
  assert.equal(format, "waymark.report/1");
  assert.equal(verdict, "not_ready");
  const { funding, ...shown } = await report(page);
  assert.deepEqual([shown.broken.length, shown.missing.length], [counts.not_met_by.must, counts.missing_by.must]);
  assert.equal(shown.broken.length + shown.missing.length + shown.expected.length, counts.not_met + counts.missing);
  assert.equal(Object.values(shown).flat().length, findings.filter(({ stage }) => stage === "application").length);
  assert.deepEqual(funding, [], "no fund is sought");
});

scenario("a file that is no draft leaves the draft on screen", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Mine");
  for (const [name, text] of [
    ["broken.json", '{"format": "waymark.draft/1", "title": '], ["list.json", "[1]"],
    ["register.json", '{"format": "waymark.register/1"}'], ["empty.json", ""], ["deep.json", "[".repeat(200_000)],
  ]) {
    await openDraft(page, name, text);
    await page.getByRole("alert").getByText(`${name} was not opened.`).waitFor();
    assert.equal(await field(page, "title").inputValue(), "Mine", name);
  }
  await openDraft(page, "letter.docx", "PK\x03\x04");
  await says(page, "letter.docx was not opened. Waymark opens the draft files that it saves; their names end in “.json”.");
});

scenario("an example that does not arrive leaves the draft on screen", {
  at: "/draft", expects: [/ERR_FAILED/], before: (page) => page.route("**/examples/*", (route) => route.abort()),
}, async (page) => {
  await field(page, "title").fill("Mine");
  await choose(page, "More", "Udacity, 60 credits");
  await page.getByRole("alert").getByText("Udacity, 60 credits was not opened. It couldn’t be reached").waitFor();
  assert.equal(await field(page, "title").inputValue(), "Mine");
});

scenario("on paper: the verdict, its day and route, what each finding asks, and the answers", { at: "/draft" }, async (page) => {
  await day(page).fill("2026-11-20");
  await apply(page, "60", "pte");
  await button(page, "Add a piece of evidence").click();
  await field(page, "need.evidence.0.date").fill("2026-03-05");
  await field(page, "purpose.statement").fill("First line\nSecond line");
  await stands(page, "LIST-08", "broken");
  await page.emulateMedia({ media: "print" });
  await drawn(page);
  const text = await shownText(page, "main");
  for (const shown of [
    "1 rule to fix before you apply.", "By the rules of 20 November 2026 (2026: industry skills boards). Printed on 21 November 2026.",
    "Route: ", "60 credits is more than the 40", "Cut it to 40 credits", "5 March 2026", "First line\nSecond line", "Private training establishment",
    "rules wait for this answer", "Met, as far as a program can see",
  ]) assert.ok(text.includes(shown), shown);
  for (const hidden of ["Why ·", "Doesn’t apply", "Read this rule", "The fewest changes", "Waymark’s number", "Rules on other dates", "1 to 10."]) {
    assert.ok(!text.includes(hidden), hidden);
  }
  for (const name of ["Print", "Download report"]) assert.ok(!(await button(page, name).isVisible()), name);
  // A4 without its margins.
  await page.setViewportSize({ width: 665, height: 980 });
  const pages = await page.evaluate(() => document.documentElement.scrollHeight / 980);
  assert.ok(pages < 7, `${pages} pages`);
});

scenario("on paper nothing left is no yes", { at: "/draft?on=2026-11-21" }, async (page) => {
  const levels = { level: 4, credits: 15, hours: { total: 150 } };
  await openDraft(page, "full.json", { ...fullDraft, ...levels });
  await says(page, "full.json is open.");
  await page.emulateMedia({ media: "print" });
  await drawn(page);
  const text = await shownText(page, "main");
  assert.equal(text.includes("That isn’t a yes."), text.includes("Nothing left"));
});

scenario("an unfolded finding says why, what to do and where it stands", on("2026-11-21"), async (page) => {
  await field(page, "credits").fill("60");
  await stands(page, "LIST-08", "broken");
  await finding(page, "LIST-08").getByText("Cut it to 40 credits").waitFor();
  await finding(page, "LIST-08").locator("summary").click();
  for (const term of ["Why", "The rule", "Source", "Waymark’s number"]) {
    assert.ok(await finding(page, "LIST-08").getByText(term, { exact: true }).isVisible(), term);
  }
  assert.ok(await finding(page, "LIST-08").getByText("LIST-08", { exact: true }).isVisible());
  assert.match(await finding(page, "LIST-08").locator("dl").getByRole("link").first().getAttribute("href"), /^https:/);
  await field(page, "credits").fill("61");
  await finding(page, "LIST-08").getByText("61 credits").first().waitFor();
  assert.ok(await finding(page, "LIST-08").locator("details").evaluate((one) => one.open), "it stays unfolded");
});

scenario("the rules on funding apply once a fund is sought, and never change the result", on("2026-11-21"), async (page) => {
  await openDraft(page, "full.json", {
    ...fullDraft, fee_per_credit: 80, applicant: { ...fullDraft.applicant, funds: [] }, delivery: { ...fullDraft.delivery, main_setting: "online" },
  });
  await says(page, "full.json is open.");
  const funding = reportGroup(page, "Funding");
  const count = async () => Number(await funding.locator("summary .count").textContent());
  await page.getByRole("heading", { name: "Funding", exact: true }).click();
  await funding.getByText("its rules don’t apply").waitFor();
  assert.equal(await count(), 0);
  const before = [await verdict(page).textContent(), await counts(page)];
  await field(page, "applicant.funds").getByLabel(/levels 3 to 7/).check();
  await stands(page, "FUND-09", "funding");
  assert.equal(await count(), (await report(page)).funding.length);
  assert.deepEqual([await verdict(page).textContent(), await counts(page)], before);
  await agrees(page, "with a fund");
  const part = page.getByRole("navigation", { name: "Parts of the draft" }).getByRole("link", { name: /^Fees and funding/ });
  assert.match(await part.textContent(), /\d on funding$/);
  await finding(page, "FUND-09").getByRole("link").first().press("Enter");
  await becomes(() => focused(page), "field-fee_per_credit");
});

scenario("what holds once it is listed is said, and asks for nothing", on("2026-11-21"), async (page) => {
  await page.getByRole("heading", { name: "Once it’s listed" }).click();
  const list = reportGroup(page, "Once it’s listed");
  await list.getByText("There’s nothing to do for them now.").waitFor();
  const { findings } = JSON.parse((await takeFile(page, "Download report")).text);
  const later = findings.filter(({ stage, outcome }) => stage === "after_listing" && outcome !== "not_applicable");
  assert.ok(later.length > 5);
  assert.equal(await list.getByRole("listitem").count(), later.length);
  for (const { says } of later) assert.ok(await list.getByText(says).first().isVisible(), says);
});

scenario("after the sources were read the report says so", on("2030-01-01"), async (page) => {
  await reportPanel(page).getByText(/The sources were last read on \d+ November 2026\./).waitFor();
  await day(page).fill("2026-11-21");
  await becomes(() => reportPanel(page).getByText("The sources were last read").count(), 0);
});

/** The text of everything that describes a control. */
const description = (control) => control.evaluate((one) =>
  (one.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" "));

scenario("what is in the draft and not understood is said at its field", { at: "/draft" }, async (page) => {
  await field(page, "level").fill("high");
  await becomes(() => field(page, "level").getAttribute("aria-invalid"), "true");
  assert.match(await description(field(page, "level")), /high|level/i);
  await openDraft(page, "odd.json", { format: "waymark.draft/1", title: 7, outcomes: "some", standards: [1], purpose: "to teach", delivery: { modes: ["dance"] } });
  await says(page, "odd.json is open.");
  await says(page, "4 parts of it couldn’t be understood, and are kept as they are:");
  await page.getByRole("heading", { name: "Not understood" }).click();
  for (const words of ["“Title”: 7 isn’t a text.", "“Standard 1”: 1 is where several answers belong.", "“purpose”: “to teach” is where several answers belong."]) {
    await reportGroup(page, "Not understood").getByText(words).first().waitFor();
  }
  await field(page, "purpose.statement").fill("New");
  const after = JSON.parse((await takeFile(page, "Download draft")).text);
  assert.equal(after.purpose_as_found, "to teach", "what stood in the way is kept");
});

scenario("an error in an entry of a list belongs to its field", { at: "/draft" }, async (page) => {
  await openDraft(page, "entries.json", {
    format: "waymark.draft/1", outcomes: [{ id: "o1", text: "Plant" }],
    standards: [{ id: "27360", credits: 5 }, { id: "22994", credits: "many" }],
  });
  await becomes(() => field(page, "standards.1.credits").getAttribute("aria-invalid"), "true");
  assert.match(await description(field(page, "standards.1.credits")), /many/);
  assert.equal(await field(page, "standards.0.credits").getAttribute("aria-invalid"), "false");
});

scenario("a finding about an entry of a list leads to its field", on("2026-11-21"), async (page) => {
  await openDraft(page, "entries.json", { ...fullDraft, standards: [...fullDraft.standards, { title: "Without a number" }] });
  await stands(page, "LIST-18", "missing");
  await finding(page, "LIST-18").getByRole("link").first().press("Enter");
  await becomes(() => focused(page), "field-standards-2-id");
  assert.match(await description(field(page, "standards.2.id")), /Still to fill in/);
  await page.keyboard.type("27361");
  await becomes(async () => (await report(page)).missing.includes("LIST-18"), false);
});

scenario("a text that can only be a number or a day is understood", on("2026-11-21"), async (page) => {
  await field(page, "credits").fill("15 credits");
  await stands(page, "LIST-08", "met");
  await openDraft(page, "day.json", { format: "waymark.draft/1", credits: "15 credits", application: { date: "21/11/2026" } });
  await says(page, "day.json is open.");
  await becomes(() => day(page).inputValue(), "2026-11-21");
  assert.equal(await day(page).getAttribute("aria-invalid"), "false");
  const { problems, read_as } = JSON.parse((await takeFile(page, "Download report")).text);
  assert.deepEqual([problems, read_as], [[], { "application.date": "2026-11-21", credits: "15" }]);
});

scenario("a finding and its field lead to each other", on("2026-11-21"), async (page) => {
  await field(page, "credits").fill("60");
  await stands(page, "LIST-08", "broken");
  const note = page.locator("#field-credits-notes").getByRole("link").first();
  assert.equal(await note.getAttribute("href"), "#finding-LIST-08");
  await note.press("Enter");
  await becomes(() => focused(page), "finding-LIST-08");
  await finding(page, "LIST-08").getByRole("link").first().press("Enter");
  await becomes(() => focused(page), "field-credits");
});

scenario("a value that the form cannot show is shown as it stands", { at: "/draft" }, async (page) => {
  await openDraft(page, "dates.json", {
    format: "waymark.draft/1", application: { date: "5/3/26" }, applicant: { type: "circus" },
    need: { evidence: [{ party: "employer", date: "in March" }] },
  });
  await says(page, "“5/3/26” isn’t a date that Waymark can read, so you see today’s rules. Choose the day above.");
  assert.equal(await day(page).inputValue(), "");
  assert.equal(await field(page, "need.evidence.0.date").inputValue(), "in March");
  assert.equal(await field(page, "applicant.type").inputValue(), "circus");
  await page.getByRole("heading", { name: "Not understood" }).click();
  const problems = reportGroup(page, "Not understood");
  for (const text of ["in March", "circus"]) await problems.getByText(text).waitFor();
  await reportGroup(page, "Still to fill in").getByText("5/3/26").waitFor();
  await day(page).fill("2026-11-21");
  await becomes(() => page.getByText("5/3/26").count(), 1, "only what the file had at opening");
  await becomes(() => day(page).getAttribute("aria-invalid"), "false");
});

scenario("what keeps a draft from being ready without a rule looks like a finding, and is said at its field", { at: "/draft" }, async (page) => {
  const outcomes = '"outcomes": [{ "id": "o1", "text": "Plan a job" }]';
  await openDraft(page, "twice.json", `{ "format": "waymark.draft/1", "application": { "date": "1/13/2026" }, ${outcomes}, ${outcomes.replace("Plan", "Price")} }`);
  await says(page, "twice.json is open.");
  const missing = reportGroup(page, "Still to fill in");
  const items = missing.locator("ul.findings > li");
  const twice = /“Learning outcomes” is in the file twice/;
  for (const [at, text] of [[0, twice], [1, /“1\/13\/2026” isn’t a day/]]) {
    const item = items.nth(at);
    assert.match(await item.locator(".fault").textContent(), text);
    const look = (one) => one.evaluate((li) => [li.className, getComputedStyle(li.querySelector(".fault")).fontWeight, li.querySelector(".icon").getBoundingClientRect().left]);
    assert.deepEqual(await look(item), await look(items.last()));
  }
  assert.match(await page.locator("#field-outcomes-notes").getByRole("listitem").first().textContent(), twice);
  const count = Number(await missing.locator(".count").textContent());
  assert.equal(await verdict(page).textContent().then((text) => number(text, /(\d+) things still wait for your answer/)), count);
  await field(page, "outcomes.0.text").fill("Price a job");
  await becomes(() => missing.locator(".count").textContent(), String(count - 1));
  await becomes(() => page.locator("#field-outcomes-notes").getByText(twice).count(), 0);
});

scenario("the number of a removed outcome is not used again", { at: "/draft" }, async (page) => {
  await openDraft(page, "two.json", {
    format: "waymark.draft/1", outcomes: [{ id: "o1", text: "Plan a job" }, { id: "o2", text: "Apply a method" }],
    assessment: { items: [{ id: "a1", kind: "observation", summative: true, outcome_ids: ["o1", "o2"] }] },
  });
  await stands(page, "APP-13", "met");
  await button(page, "Remove outcome 1").click();
  await button(page, "Add an outcome").click();
  await field(page, "outcomes.1.text").fill("Explain something quite different");
  await stands(page, "APP-13", "expected");
  const covered = field(page, "assessment.items.0.outcome_ids");
  assert.ok(await covered.getByLabel("Outcome 1: Apply a method").isChecked());
  assert.ok(!(await covered.getByLabel("Outcome 2: Explain something quite different").isChecked()));
});

scenario("Māori words in the page's own English are marked as Māori", { at: "/draft" }, async (page) => {
  const unmarked = await page.locator("main").evaluate((main) => {
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      // A menu's lines are plain text.
      if (/[āēīōūĀĒĪŌŪ]|\b(iwi|kura|hapori|te reo)\b/i.test(data) && !parentElement.closest("[lang='mi'], option")) found.push(data);
    }
    return found;
  });
  assert.deepEqual(unmarked, []);
  assert.ok(await page.locator("main [lang='mi']").count() > 3);
});

scenario("the day is asked once, kept in the draft, and other days are looked at in the address", { at: "/draft" }, async (page) => {
  await becomes(() => page.locator("label").filter({ hasText: "When will you apply?" }).count(), 1);
  assert.equal(await page.getByText("Day of the application").count(), 0);
  await day(page).fill("2026-11-25");
  await says(page, "Not today’s date");
  assert.equal(address(page), "/draft");
  assert.equal(JSON.parse((await takeFile(page, "Download draft")).text).application.date, "2026-11-25");
  await choose(page, "Rules on other dates", rules.first);
  await becomes(() => address(page), "/draft?on=2018-08-22");
  await says(page, "Not today’s rules");
  assert.equal(JSON.parse((await takeFile(page, "Download draft")).text).application.date, "2026-11-25");
  await button(page, "Back to 25 November 2026").click();
  await becomes(() => address(page), "/draft");
  assert.equal(await day(page).inputValue(), "2026-11-25");
  await becomes(() => focused(page), "field-application-date");
  await day(page).fill("");
  await becomes(() => day(page).inputValue(), "2026-11-21", "today, where the draft says no day");
  await becomes(() => page.getByText("Not today’s date").count(), 0);
});

scenario("what a file has and Waymark doesn’t understand is said when it is opened", { at: "/draft" }, async (page) => {
  await openDraft(page, "odd.json", `{
    "format": "waymark.draft/1", "credits": 20, "credits": 30, "level": "high", "applicant": { "type": "circus", "motto": "Grow" },
    "delivery": { "modes": ["dance"] }, "standards": [{ "id": "1" }, { "credits": "many" }], "uses_standards": "perhaps", "title": "Caf\ufffd"
  }`);
  const notice = page.getByRole("main").getByRole("status").filter({ hasText: "odd.json is open." });
  await notice.getByText("8 parts of it couldn’t be understood, and are kept as they are:").waitFor();
  assert.equal(await notice.getByRole("listitem").count(), 3, "the others are folded away");
  await notice.getByText("5 more").click();
  assert.deepEqual(await notice.getByRole("listitem").allTextContents(), [
    "“Title” has lost a letter: “Caf\ufffd”.", "“Credits” is in the file twice: 20 is kept aside and not used.",
    "“Level”: “high” isn’t a level from 1 to 10.", "“Kind of organisation”: “circus” isn’t one of the choices.",
    "“Modes of delivery”: “dance” isn’t one of the choices.", "“Standard 2: Credits”: “many” isn’t a whole number of credits, 0 or more.",
    "“Does it use assessment or skill standards?”: “perhaps” isn’t yes or no.", "“applicant.motto” isn’t something Waymark asks: “Grow”.",
  ]);
  await notice.getByRole("link", { name: /^“Level”/ }).press("Enter");
  await becomes(() => focused(page), "field-level");
});

scenario("what somebody writes goes in the direction of its language", { at: "/draft" }, async (page) => {
  const direction = (locator) => locator.evaluate((one) => getComputedStyle(one).direction);
  for (const path of ["title", "purpose.statement", "nzsced"]) {
    await field(page, path).fill("شهادة");
    await becomes(() => direction(field(page, path)), "rtl", path);
  }
  await becomes(() => direction(page.getByRole("heading", { level: 1 })), "rtl");
  await field(page, "title").fill("Tree planting");
  await becomes(() => direction(field(page, "title")), "ltr");
});

scenario("an empty draft has no part that is called clear", { at: "/draft?on=2026-11-21" }, async (page) => {
  const parts = page.getByRole("navigation", { name: "Parts of the draft" }).getByRole("listitem");
  await becomes(async () => (await parts.count()) > 5, true);
  assert.deepEqual((await parts.allTextContents()).filter((part) => part.includes("nothing found to fix")), []);
});

scenario("the number of a group stands in one line", { at: "/draft?on=2026-11-21" }, async (page) => {
  await openDraft(page, "full.json", fullDraft);
  await says(page, "full.json is open.");
  const heights = await page.locator("#report .group:not([hidden]) > summary .count").evaluateAll((all) => all.map((one) => one.getClientRects().length && one.offsetHeight));
  assert.ok(heights.length > 4 && new Set(heights).size === 1, `${heights}`);
});
