// The draft page of the release bundle: the cases of the list by hand.
import assert from "node:assert/strict";
import {
  becomes, button, day, example, field, finding, giveFile, kept, open, region, report, scenario, stands, takeFile, title,
} from "./app.js";

const on = (date) => ({ at: `/draft?on=${date}` });
const says = (page, text) => page.getByText(text).first().waitFor();

/** Fills in size and applicant. */
async function apply(page, credits, kind) {
  await field(page, "credits").fill(credits);
  await field(page, "applicant.type").selectOption(kind);
}

scenario("Pre-flight Security in 2019 and today", on("2019-06-01"), async (page) => {
  await example(page, "Pre-flight Security");
  await says(page, "R1 · First micro-credential rules (2018)");
  await stands(page, "LIST-06", "met");
  assert.ok(!Object.values(await report(page)).flat().includes("LIST-08"));
  await page.getByText("Rules of other days").click();
  await button(page, "Today").click();
  await says(page, "R4 · Rules 2026");
  await stands(page, "LIST-08", "met");
  await becomes(() => new URL(page.url()).search, "", "today needs no date in the address");
});

for (const [date, clause] of [["2020-06-01", "LIST-06"], ["2026-11-21", "LIST-08"]]) {
  scenario(`60 credits of a training establishment on ${date}`, on(date), async (page) => {
    await apply(page, "60", "pte");
    await stands(page, clause, "broken");
    await says(page, "Not ready: it breaks a rule");
    assert.match(await finding(page, clause).textContent(), /60 credits/);
  });
}

scenario("60 credits of an overseas body in 2020", on("2020-06-01"), async (page) => {
  await apply(page, "60", "non_teo");
  await says(page, "Route: equivalency assessment for other bodies (EQV).");
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
  const told = await finding(page, "LIST-02").textContent();
  assert.match(told, /national/i);
  assert.match(told, /diploma/i);
  await field(page, "title_justification").fill("It is the name of a competition.");
  await stands(page, "LIST-02", "judgement");
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
  await giveFile(page, "Open a file", "trees.json", draft);
  await says(page, "trees.json is open. Waymark does not know these fields and keeps them as they are:");
  const first = await takeFile(page, "Download draft");
  assert.equal(first.name, "waymark-draft.json");
  assert.deepEqual(JSON.parse(first.text), draft);
  await field(page, "title").fill("Another");
  await giveFile(page, "Open a file", "again.json", first.text);
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
  const shown = await report(page);
  assert.equal(shown.broken.length, counts.not_met);
  assert.equal(Object.values(shown).flat().length, findings.length);
});

scenario("a file that is no draft leaves the draft on screen", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Mine");
  for (const [name, text] of [
    ["broken.json", '{"format": "waymark.draft/1", "title": '], ["list.json", "[1]"],
    ["register.json", '{"format": "waymark.register/1"}'], ["empty.json", ""], ["deep.json", "[".repeat(200_000)],
  ]) {
    await giveFile(page, "Open a file", name, text);
    await says(page, `${name} was not opened.`);
    assert.equal(await field(page, "title").inputValue(), "Mine", name);
  }
});

scenario("a reload keeps the draft and its day", on("2019-06-01"), async (page) => {
  await field(page, "title").fill("Tree planting");
  await button(page, "Add an outcome").click();
  await field(page, "outcomes.0.text").fill("Plant a tree");
  await field(page, "applicant.type").selectOption("pte");
  await field(page, "delivery.modes").getByLabel("Online").check();
  await page.reload();
  await becomes(() => field(page, "title").inputValue(), "Tree planting");
  assert.equal(await field(page, "outcomes.0.text").inputValue(), "Plant a tree");
  assert.equal(await field(page, "applicant.type").inputValue(), "pte");
  assert.ok(await field(page, "delivery.modes").getByLabel("Online").isChecked());
  assert.equal(await day(page).inputValue(), "2019-06-01");
});

scenario("two windows and one draft", { at: "/draft" }, async (page) => {
  const other = await page.context().newPage();
  await open(other, "/draft");
  await field(page, "title").fill("Here");
  await says(other, "This draft was changed in another window.");
  await button(other, "Show the other version").click();
  await becomes(() => field(other, "title").inputValue(), "Here");
  await field(other, "title").fill("There");
  await says(page, "This draft was changed in another window.");
  assert.equal(await field(page, "title").inputValue(), "Here");
  await button(page, "Keep this one").click();
  await becomes(async () => JSON.parse(await kept(page, "waymark.draft")).title, "Here");
  await says(other, "This draft was changed in another window.");
});

scenario("a device that keeps nothing is told of", {
  at: "/draft",
  before: (page) => page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  }),
}, async (page) => {
  await field(page, "title").fill("Tree planting");
  await says(page, "This device does not save the draft");
  assert.equal(await field(page, "title").inputValue(), "Tree planting");
});

scenario("storage that is blocked altogether", {
  at: "/draft",
  before: (page) => page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });
  }),
}, async (page) => {
  await field(page, "title").fill("Tree planting");
  await says(page, "This device does not save the draft");
});

scenario("start afresh and bring back", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Mine");
  await button(page, "Start afresh").click();
  await becomes(() => field(page, "title").inputValue(), "");
  await page.reload();
  await button(page, "Bring back the draft before").click();
  await becomes(() => field(page, "title").inputValue(), "Mine");
});

scenario("on paper all findings are unfolded", on("2026-11-21"), async (page) => {
  await apply(page, "60", "pte");
  await stands(page, "LIST-08", "broken");
  const folded = () => page.evaluate(() => {
    const lists = [...document.querySelectorAll("aside li dl")];
    return { all: lists.length, unseen: lists.filter((list) => list.getBoundingClientRect().height === 0 || !list.checkVisibility()).length };
  });
  const onScreen = await folded();
  assert.ok(onScreen.all > 20 && onScreen.unseen > 20, "on screen they are folded");
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await folded(), { all: onScreen.all, unseen: 0 });
  for (const name of ["Print", "Download report"]) assert.ok(!(await button(page, name).isVisible()), name);
});

scenario("an unfolded finding says why, what to do and where it stands", on("2026-11-21"), async (page) => {
  await field(page, "credits").fill("60");
  await stands(page, "LIST-08", "broken");
  await finding(page, "LIST-08").locator("summary").click();
  for (const term of ["Why", "What to do", "The rule", "Source"]) {
    assert.ok(await finding(page, "LIST-08").getByText(term, { exact: true }).isVisible(), term);
  }
  assert.match(await finding(page, "LIST-08").getByRole("link").first().getAttribute("href"), /^https:/);
  await field(page, "credits").fill("61");
  await becomes(() => finding(page, "LIST-08").locator("details").evaluate((one) => one.open), true, "it stays unfolded");
});

scenario("the rules that are not checked are listed, or it is said that they are wanting", {
  at: "/draft?on=2026-11-21", expects: [/ERR_FAILED/],
  before: (page) => page.route("**/rules.json", (route) => route.abort(), { times: 1 }),
}, async (page) => {
  await page.getByRole("heading", { name: "Not checked by Waymark" }).click();
  await says(page, "The list could not be loaded.");
  assert.equal(JSON.parse((await takeFile(page, "Download report")).text).not_checked, null, "no list is not an empty list");
  await button(page, "Try again").click();
  const list = page.getByRole("group").filter({ has: page.getByRole("heading", { name: "Not checked by Waymark" }) });
  await list.getByRole("listitem").first().waitFor();
  assert.equal(await page.getByText("The list could not be loaded.").count(), 0);
  const { not_checked } = JSON.parse((await takeFile(page, "Download report")).text);
  assert.ok(not_checked.length > 20);
  for (const { clause } of [not_checked.at(0), not_checked.at(-1)]) {
    assert.ok(await region(page, "Report").getByText(clause, { exact: true }).first().isVisible(), clause);
  }
});

scenario("what is in the draft and not understood is told at its field", { at: "/draft" }, async (page) => {
  await field(page, "level").fill("high");
  await becomes(() => field(page, "level").getAttribute("aria-invalid").then(Boolean), true);
  await page.locator("#field-level-notes").getByText(/level/i).first().waitFor();
  await giveFile(page, "Open a file", "odd.json", { format: "waymark.draft/1", title: 7, outcomes: "some", standards: [1], purpose: "to teach", delivery: { modes: ["dance"] } });
  await says(page, "odd.json is open.");
  await page.getByRole("heading", { name: "Not understood" }).click();
  for (const path of ["title", "outcomes"]) await region(page, "Report").getByText(`At ${path} `).first().waitFor();
  await field(page, "purpose.statement").fill("New");
  const after = JSON.parse((await takeFile(page, "Download draft")).text);
  assert.equal(after.purpose_as_found, "to teach", "what stood in the way is kept");
});

scenario("by keyboard alone", { at: "/draft?on=2026-11-21" }, async (page) => {
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.id);
  assert.equal(await focused(), "Skip to the page");
  await page.keyboard.press("Enter");
  await becomes(() => page.evaluate(() => document.activeElement.id), "main");
  const seen = new Set();
  for (let step = 0; step < 250; step += 1) {
    await page.keyboard.press("Tab");
    const id = await page.evaluate(() => document.activeElement.id);
    if (id) seen.add(id);
    if (id === "field-fee_per_credit") break;
    if (id === "field-credits") await page.keyboard.type("60");
  }
  for (const path of ["title", "credits", "outcomes-add", "fee_per_credit"]) assert.ok(seen.has(`field-${path}`), path);
  await stands(page, "LIST-08", "broken");
  const link = finding(page, "LIST-08").getByRole("link", { name: "Credits", exact: true });
  await link.focus();
  await page.keyboard.press("Enter");
  await becomes(() => page.evaluate(() => document.activeElement.id), "field-credits");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("20");
  await stands(page, "LIST-08", "met");
  await field(page, "outcomes-add").focus();
  await page.keyboard.press("Enter");
  await becomes(() => page.evaluate(() => document.activeElement.id), "field-outcomes-0-text");
  await region(page, "Outcomes and assessment").getByRole("button", { name: "Remove outcome 1" }).focus();
  await page.keyboard.press("Enter");
  await becomes(() => page.evaluate(() => document.activeElement.id), "field-outcomes-add");
});

scenario("a day that is none is not taken", { at: "/draft?on=yesterday" }, async (page) => {
  await says(page, "R4 · Rules 2026");
  assert.equal(await day(page).inputValue(), "2026-11-21");
  assert.equal(await title(page).textContent(), "Check a draft");
});
