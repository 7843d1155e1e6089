// No way to lose work: other windows, files and examples, removed entries, newer versions, other
// encodings, and a device that does not keep anything.
import assert from "node:assert/strict";
import {
  backToOwn, becomes, button, choose, day, earlierVersions, example, field, keepBehind, kept, open, openDraft, reload,
  restore, says, scenario, scratchBar, takeFile,
} from "./app.js";

const draftKey = "waymark.draft";
const versionsKey = "waymark.draft.versions";
const draft = (fields) => JSON.stringify({ format: "waymark.draft/1", ...fields });
const changedElsewhere = "Another window changed this draft.";

/** The texts of the earlier versions that the device keeps. */
const keptVersions = async (page) => JSON.parse((await kept(page, versionsKey)) ?? "[]").map(({ text }) => text).join("\n");

/** What the browser says to a page that it shows again from its back/forward cache. */
const showAgain = (page) => page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));

/** The text of an earlier version with a title, handed over as a file. */
async function takeVersion(page, title) {
  const list = await earlierVersions(page);
  const name = await list.getByRole("button", { name: `Download ${title},` }).first().getAttribute("aria-label");
  return (await takeFile(page, name)).text;
}

scenario("a reload keeps the draft and its date", { at: "/draft?on=2019-06-01" }, async (page) => {
  await field(page, "title").fill("Tree planting");
  await button(page, "Add an outcome").click();
  await field(page, "outcomes.0.text").fill("Plant a tree");
  await field(page, "applicant.type").selectOption("pte");
  await field(page, "delivery.modes").getByLabel("Online").check();
  await says(page, "Saved on this device.");
  await reload(page);
  await becomes(() => field(page, "title").inputValue(), "Tree planting");
  assert.equal(await field(page, "outcomes.0.text").inputValue(), "Plant a tree");
  assert.equal(await field(page, "applicant.type").inputValue(), "pte");
  assert.ok(await field(page, "delivery.modes").getByLabel("Online").isChecked());
  assert.equal(await day(page).inputValue(), "2019-06-01");
});

scenario("two windows show the same draft", { at: "/draft" }, async (page) => {
  const other = await page.context().newPage();
  await open(other, "/draft");
  await field(page, "title").fill("Here");
  await says(other, changedElsewhere);
  await becomes(() => field(other, "title").inputValue(), "Here");
  await field(other, "purpose.statement").fill("An hour of work");
  await says(page, changedElsewhere);
  await other.close();
  await field(page, "title").fill("Here!");
  await becomes(async () => JSON.parse(await kept(page, draftKey)), {
    format: "waymark.draft/1", title: "Here!", purpose: { statement: "An hour of work" },
  });
});

scenario("typing into a window that has missed the work of another loses neither", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("First words");
  await keepBehind(page, draftKey, draft({ title: "First words", purpose: { statement: "An hour of work" } }));
  await field(page, "title").fill("First words!");
  await says(page, changedElsewhere);
  assert.match(await keptVersions(page), /An hour of work/);
  assert.match(await takeVersion(page, "First words"), /An hour of work/);
  await restore(page, "First words");
  await becomes(() => field(page, "purpose.statement").inputValue(), "An hour of work");
  assert.match(await keptVersions(page), /First words!/);
});

scenario("a page from the back/forward cache shows what was saved in the meantime", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Old");
  await keepBehind(page, draftKey, draft({ title: "New" }));
  await keepBehind(page, versionsKey, JSON.stringify([{ put_aside: "2026-11-20T23:00:00.000Z", reason: "replaced", text: draft({ title: "Earlier" }) }]));
  await showAgain(page);
  await becomes(() => field(page, "title").inputValue(), "New");
  await says(page, changedElsewhere);
  assert.match(await takeVersion(page, "Earlier"), /Earlier/);
});

scenario("what a window could not save is not lost to the work of another", { at: "/draft" }, async (page) => {
  const other = await page.context().newPage();
  await open(other, "/draft");
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; });
  await field(page, "title").fill("Not saved");
  await says(page, "This device doesn’t save the draft");
  await field(other, "title").fill("Saved");
  await says(page, changedElsewhere);
  assert.match(await takeVersion(page, "Not saved"), /Not saved/);
});

scenario("a new draft in another window leaves this one within reach", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Mine");
  const other = await page.context().newPage();
  await open(other, "/draft");
  await choose(other, "More", "New draft");
  await becomes(() => field(page, "title").inputValue(), "");
  await says(page, changedElsewhere);
  await restore(page, "Mine");
  await becomes(() => field(other, "title").inputValue(), "Mine");
});

scenario("examples leave the own draft as it was, however many are tried", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("My own draft");
  const own = await kept(page, draftKey);
  for (const name of ["Pre-flight Security", "COVID-19 vaccinator", "Udacity, 60 credits"]) await example(page, name);
  await field(page, "purpose.statement").fill("My words in it");
  assert.equal(await kept(page, draftKey), own);
  assert.equal(await keptVersions(page), "");
  await backToOwn(page);
  await becomes(() => field(page, "title").inputValue(), "My own draft");
  assert.equal(await field(page, "purpose.statement").inputValue(), "");
});

scenario("an example stays one through a reload and another window’s work, until it is kept", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("My own draft");
  await example(page, "Pre-flight Security");
  await field(page, "purpose.statement").fill("My words in it");
  const other = await page.context().newPage();
  await open(other, "/draft");
  await field(other, "title").fill("My own draft!");
  await reload(page);
  await scratchBar(page).getByText("Pre-flight Security").waitFor();
  assert.equal(await field(page, "purpose.statement").inputValue(), "My words in it");
  await open(other, "/draft/example");
  await becomes(() => new URL(other.url()).pathname, "/draft", "another window tries nothing");
  await button(page, "Keep this as my draft").click();
  await says(page, "This is your draft now.");
  await becomes(() => new URL(page.url()).pathname, "/draft");
  assert.match(await kept(page, draftKey), /My words in it/);
  assert.match(await keptVersions(page), /My own draft!/);
  await button(page, "Undo").click();
  await becomes(() => field(page, "title").inputValue(), "My own draft!");
});

scenario("who has no draft yet is told so beside an example", { at: "/draft" }, async (page) => {
  await example(page, "Pre-flight Security");
  await says(page, "You have no draft of your own yet.");
  await backToOwn(page);
  assert.equal(await field(page, "title").inputValue(), "");
  assert.equal(await kept(page, draftKey), null);
});

scenario("wrong files one after another leave an own draft within reach", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("My own draft");
  for (const name of ["one", "two", "three"]) {
    await openDraft(page, `${name}.json`, draft({ title: `Wrong ${name}` }));
    await says(page, `${name}.json is open.`);
  }
  await openDraft(page, "broken.json", "{");
  await says(page, "broken.json was not opened.");
  await reload(page);
  await restore(page, "My own draft");
  await becomes(() => field(page, "title").inputValue(), "My own draft");
});

scenario("a new draft can be undone, and the one before stays within reach", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Mine");
  await choose(page, "More", "New draft");
  await becomes(() => field(page, "title").inputValue(), "");
  await button(page, "Undo").click();
  await becomes(() => field(page, "title").inputValue(), "Mine");
  await choose(page, "More", "New draft");
  await becomes(() => field(page, "title").inputValue(), "");
  await reload(page);
  await restore(page, "Mine");
  await becomes(() => field(page, "title").inputValue(), "Mine");
});

for (const [list, add, remove, path] of [
  ["outcomes", "Add an outcome", "Remove outcome 1", "outcomes.0.text"],
  ["evidence", "Add a piece of evidence", "Remove piece of evidence 1", "need.evidence.0.need"],
]) {
  scenario(`a removed entry of the ${list} can be put back`, { at: "/draft" }, async (page) => {
    await button(page, add).click();
    await field(page, path).fill("Carefully written");
    await button(page, add).click();
    await field(page, path.replace("0", "1")).fill("The second");
    await button(page, remove).click();
    await becomes(() => field(page, path).inputValue(), "The second");
    assert.match(await keptVersions(page), /Carefully written/);
    await button(page, "Undo").click();
    await becomes(() => field(page, path).inputValue(), "Carefully written");
    assert.equal(await field(page, path.replace("0", "1")).inputValue(), "The second");
    await reload(page);
    await becomes(() => field(page, path).inputValue(), "Carefully written");
    assert.match(await takeVersion(page, "Untitled draft"), /Carefully written/);
  });
}

scenario("a restored version leaves the draft before it within reach", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("First");
  await choose(page, "More", "New draft");
  await field(page, "title").fill("Second");
  await restore(page, "First");
  await becomes(() => field(page, "title").inputValue(), "First");
  await restore(page, "Second");
  await becomes(() => field(page, "title").inputValue(), "Second");
  assert.match(await keptVersions(page), /First/);
});

scenario("what another window has put aside is not forgotten", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Mine");
  await keepBehind(page, versionsKey, JSON.stringify([{ put_aside: "2026-11-20T23:00:00.000Z", reason: "replaced", text: draft({ title: "Put aside there" }) }]));
  await choose(page, "More", "New draft");
  await becomes(() => field(page, "title").inputValue(), "");
  assert.match(await keptVersions(page), /Put aside there/);
  assert.match(await takeVersion(page, "Put aside there"), /Put aside there/);
  assert.match(await takeVersion(page, "Mine"), /Mine/);
});

scenario("what was put aside before there was a list is in the list", {
  at: "/draft",
  before: (page) => page.addInitScript(() => {
    if (localStorage.length) return;
    localStorage.setItem("waymark.draft.before", '{"format":"waymark.draft/1","title":"From last year"}');
    localStorage.setItem("waymark.draft.unreadable", "{not json");
  }),
}, async (page) => {
  assert.match(await takeVersion(page, "From last year"), /From last year/);
  assert.equal(await takeVersion(page, "A draft that this version of Waymark can’t read"), "{not json");
  await reload(page);
  assert.match(await takeVersion(page, "From last year"), /From last year/);
});

const unreadable = "A draft that this version of Waymark can’t read";
const newer = '{"format":"waymark.draft/2","title":"Saved by a newer version"}';

scenario("a kept draft of a newer version stays within reach", {
  at: "/draft", before: (page) => page.addInitScript((newer) => {
    if (!localStorage.length) localStorage.setItem("waymark.draft", newer);
  }, newer),
}, async (page) => {
  await page.getByRole("alert").getByText("The draft saved on this device can’t be read here").waitFor();
  assert.equal(await takeVersion(page, unreadable), newer);
  await field(page, "title").fill("x");
  await reload(page);
  await becomes(() => field(page, "title").inputValue(), "x");
  assert.equal(await takeVersion(page, unreadable), newer);
  await keepBehind(page, draftKey, "{also not readable");
  await reload(page);
  await says(page, "The draft saved on this device can’t be read here");
  const versions = await keptVersions(page);
  assert.ok(versions.includes(newer) && versions.includes("{also not readable"), versions);
});

scenario("what a newer version saves in another window stays within reach", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Mine");
  await keepBehind(page, draftKey, newer);
  await showAgain(page);
  assert.equal(await field(page, "title").inputValue(), "Mine");
  await field(page, "title").fill("Mine!");
  assert.equal(await takeVersion(page, unreadable), newer);
});

scenario("a file of a newer version is kept, and the page says so", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Mine");
  await openDraft(page, "newer.json", newer);
  await page.getByRole("alert").getByText(/^newer\.json was not opened\. This file needs a newer version of Waymark.*The file is kept under “Earlier versions”\.$/).waitFor();
  assert.equal(await field(page, "title").inputValue(), "Mine");
  await reload(page);
  assert.equal(await takeVersion(page, unreadable), newer);
});

const macrons = draft({ title: "Rongoā Māori" });
for (const [name, bytes, encoding, title] of [
  ["UTF-16 with the small end first", Buffer.from(`\ufeff${macrons}`, "utf16le"), "utf-16le", "Rongoā Māori"],
  ["UTF-16 with the big end first", Buffer.from(`\ufeff${macrons}`, "utf16le").swap16(), "utf-16be", "Rongoā Māori"],
  ["Windows-1252", Buffer.from(draft({ title: "Café – tools" }).replace("–", "\x96"), "latin1"), "windows-1252", "Café – tools"],
]) {
  scenario(`a file in ${name} is read, and the page says so`, { at: "/draft" }, async (page) => {
    await openDraft(page, "old.json", bytes);
    await says(page, `old.json is open. Its letters are in an old encoding (${encoding}): check those with macrons.`);
    await becomes(() => field(page, "title").inputValue(), title);
  });
}

scenario("a file with a byte order mark is read as it is", { at: "/draft" }, async (page) => {
  await openDraft(page, "marked.json", `\ufeff${macrons}`);
  await says(page, "marked.json is open.");
  await becomes(() => field(page, "title").inputValue(), "Rongoā Māori");
  assert.equal(await page.getByText("old encoding").count(), 0);
});

const notSaved = (page) => page.getByRole("alert").getByText("This device doesn’t save the draft");

scenario("a device that keeps nothing is reported, and everything stays in the page", {
  at: "/draft",
  before: (page) => page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  }),
}, async (page) => {
  await field(page, "title").fill("Tree planting");
  await notSaved(page).waitFor();
  assert.equal(await page.getByText("Saved on this device.").count(), 0);
  assert.equal(await field(page, "title").inputValue(), "Tree planting");
  await example(page, "Pre-flight Security");
  await notSaved(page).waitFor();
  await backToOwn(page);
  await becomes(() => field(page, "title").inputValue(), "Tree planting");
});

scenario("storage that is blocked altogether is reported", {
  at: "/draft",
  before: (page) => page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });
  }),
}, async (page) => {
  await field(page, "title").fill("Tree planting");
  await notSaved(page).waitFor();
  await choose(page, "More", "New draft");
  assert.match(await takeVersion(page, "Tree planting"), /Tree planting/);
});

scenario("storage with no room for an earlier version: the page says so and still has it", {
  at: "/draft",
  before: (page) => page.addInitScript(() => {
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, text) {
      if (name.endsWith("versions")) throw new DOMException("full", "QuotaExceededError");
      setItem.call(this, name, text);
    };
  }),
}, async (page) => {
  await field(page, "title").fill("My own draft");
  await choose(page, "More", "New draft");
  assert.match(await takeVersion(page, "My own draft"), /My own draft/);
  const isOnDevice = await page.evaluate(() => Object.values({ ...localStorage }).some((text) => text.includes("My own draft")));
  assert.ok(isOnDevice || (await notSaved(page).isVisible()), "a reload would lose it, and nobody says so");
});
