// After every action the focus is on something, so that nobody without a mouse starts from the top.
import assert from "node:assert/strict";
import {
  becomes, button, choose, day, earlierVersions, field, focused, hits, keepBehind, keepsFocus, openDraft, region, rules,
  says, scenario, search, stands, title,
} from "./app.js";

/** Presses a button as somebody without a mouse does. */
async function press(page, target, after = target) {
  const control = typeof target === "string" ? button(page, target).last() : target;
  await control.press("Enter");
  await keepsFocus(page, after);
}

/** Chooses a line of a menu by its buttons, without a mouse. */
async function pressInMenu(page, menu, line) {
  await button(page, menu).press("Enter");
  await press(page, line);
}

const certificate = "New Zealand Certificate in Forestry Leadership (Level 5)";
const add = (page) => page.getByRole("combobox", { name: "Add something you’ve done" });
const findGoal = (page) => page.getByRole("combobox", { name: "Find a goal" });
async function hold(page, text) {
  await add(page).fill(text);
  await page.getByRole("option").first().waitFor();
  await add(page).press("ArrowDown");
  await add(page).press("Enter");
  await keepsFocus(page, `hold ${text}`);
}

scenario("the focus on the draft page: entries", { at: "/draft" }, async (page) => {
  for (const [add, remove, first] of [
    ["Add an outcome", "Remove outcome 1", "field-outcomes-0-text"],
    ["Add an assessment", "Remove assessment 1", "field-assessment-items-0-kind"],
    ["Add a standard", "Remove standard 1", "field-standards-0-id"],
    ["Add a piece of evidence", "Remove piece of evidence 1", "field-need-evidence-0-party"],
    ["Add a group", "Remove group 1", "field-purpose-relevance-0-group"],
    ["Add a component", "Remove component 1", "field-structure-components-0-title"],
  ]) {
    await press(page, add);
    await becomes(() => focused(page), first);
    await press(page, remove);
    await press(page, "Undo", `${remove}, Undo`);
    await press(page, remove);
  }
});

scenario("the focus on the draft page: versions, menus and notices", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Mine");
  await pressInMenu(page, "More", "New draft");
  await press(page, "Undo", "New draft, Undo");
  await pressInMenu(page, "More", "Udacity, 60 credits");
  await says(page, "You’re trying an example.");
  await keepsFocus(page, "an example");
  await press(page, page.getByRole("link", { name: "Back to your draft" }), "back to the own draft");
  await becomes(() => focused(page), "page-title");
  await openDraft(page, "odd.json", { format: "waymark.draft/1", mood: "good" });
  const notice = page.getByRole("main").getByRole("status").filter({ hasText: "is open." });
  await press(page, notice.getByRole("button", { name: "Dismiss" }), "dismiss a notice");
  await openDraft(page, "broken.json", "{");
  await press(page, page.getByRole("alert").getByRole("button", { name: "Dismiss" }), "dismiss an error");
  await press(page, (await earlierVersions(page)).getByRole("button", { name: "Restore Mine," }).first(), "restore a version");
  await pressInMenu(page, "Rules on other dates", rules.first);
  await press(page, "Back to today");
  await pressInMenu(page, "Rules on other dates", rules.first);
  await pressInMenu(page, "Rules on other dates", "Today");
  await day(page).fill("2019-06-01");
  await keepsFocus(page, "another date");
  const messages = page.getByRole("status", { name: "Messages" });
  while (await messages.getByRole("button", { name: "Dismiss" }).count()) {
    await press(page, messages.getByRole("button", { name: "Dismiss" }).first(), "dismiss a message");
  }
});

scenario("the focus on the draft page: a version restored, the draft changed elsewhere", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Mine");
  await keepBehind(page, "waymark.draft", '{"format":"waymark.draft/1","title":"Elsewhere"}');
  await field(page, "title").press("End");
  await page.keyboard.type("!");
  await says(page, "Another window changed this draft.");
  assert.equal(await focused(page), "field-title", "typing goes on");
  await press(page, page.getByRole("main").getByRole("button", { name: "Dismiss" }), "dismiss the notice");
});

scenario("the focus stays in a field whose finding changes", { at: "/draft?on=2026-11-21" }, async (page) => {
  await field(page, "credits").focus();
  await page.keyboard.type("60");
  await stands(page, "LIST-08", "broken");
  await page.keyboard.press("Backspace");
  await stands(page, "LIST-08", "met");
  assert.equal(await focused(page), "field-credits");
});

scenario("the focus on the pathways page", { at: "/pathways" }, async (page) => {
  await hold(page, "Core Forestry Leadership");
  await hold(page, "Log Scaling");
  await press(page, "Remove Log Scaling");
  await press(page, "Undo", "Remove Log Scaling, Undo");
  await press(page, button(page, `Make this my goal: ${certificate}`).first(), "make this my goal");
  await becomes(() => focused(page), "answer-title");
  await press(page, "Choose another goal");
  await findGoal(page).fill("forestry leadership");
  await page.getByRole("option").first().waitFor();
  await findGoal(page).press("ArrowDown");
  await findGoal(page).press("Enter");
  await keepsFocus(page, "a goal from the search");
  await press(page, "Undo", "a goal, Undo");
  await press(page, "Copy a link to this pathway");
  await press(page, "Remove Core Forestry Leadership");
  await press(page, "Remove Log Scaling");
});

/** Waits for a message where screen readers hear it: in a live region that was there before. */
async function announces(page, text) {
  await page.getByRole("status", { name: "Messages" }).getByText(text).last().waitFor();
}

scenario("every action on the draft page is announced", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Mine");
  await press(page, "Add an outcome");
  await press(page, "Remove outcome 1");
  await announces(page, "Outcome 1 removed.");
  await press(page, "Undo");
  await announces(page, "Undone.");
  await pressInMenu(page, "More", "New draft");
  await announces(page, "You have a new draft.");
  await press(page, (await earlierVersions(page)).getByRole("button", { name: "Restore Mine," }).first());
  await announces(page, "The earlier version is back.");
});

scenario("every action on the pathways page is announced", { at: "/pathways" }, async (page) => {
  await hold(page, "Core Forestry Leadership");
  await announces(page, "Core Forestry Leadership added.");
  await press(page, button(page, `Make this my goal: ${certificate}`).first());
  await announces(page, `Your goal is now ${certificate}.`);
  await press(page, "Choose another goal");
  await announces(page, "You have no goal now.");
  await press(page, "Remove Core Forestry Leadership");
  await announces(page, "Core Forestry Leadership removed.");
});

scenario("the number of hits is announced", { at: "/register" }, async (page) => {
  const total = page.getByRole("status").filter({ hasText: /entr(y|ies)$/ });
  const before = await total.textContent();
  await search(page).fill("forestry leadership");
  await becomes(async () => (await total.textContent()) === before, false);
});

for (const choice of ["Show mine", "Use this one instead of mine"]) {
  scenario(`the focus with a link's pathway: ${choice}`, {
    at: "/pathways#hold=core-forestry-leadership",
    before: (page) => page.addInitScript(() => localStorage.setItem("waymark.pathways", "\nlog-scaling")),
  }, async (page) => {
    await page.getByRole("heading", { name: "What you’ve done", exact: true }).waitFor();
    await press(page, choice);
    await becomes(() => focused(page), "done-title");
  });
}

scenario("the focus on the register page", { at: "/register" }, async (page) => {
  const level = (number) => page.getByRole("group", { name: "Level", exact: true }).getByLabel(`Level ${number}`);
  for (const number of [3, 4, 5]) {
    await level(number).press("Space");
    await keepsFocus(page, `tick level ${number}`);
  }
  await press(page, "Remove filter: Level 4");
  await press(page, "Remove filter: Level 3");
  await press(page, "Remove filter: Level 5");
  await level(3).press("Space");
  await press(page, "Clear all filters");
  while (await button(page, "Show more").isVisible()) await press(page, "Show more");
});

scenario("the focus when the register is loaded again", {
  at: "/register", expects: [/ERR_FAILED/], before: (page) => page.route("**/register.json", (route) => route.abort(), { times: 1 }),
}, async (page) => {
  await press(page, "Try again");
  await hits(page).first().waitFor();
  await keepsFocus(page, "the register has arrived");
});

for (const [at, name, heading] of [
  ["/register/credential/core-forestry-leadership", "I’ve done this: see where it leads", "Pathways"],
  ["/register/qualification/q-new-zealand-apprenticeship", "Make this my goal", "Pathways"],
]) {
  scenario(`the focus goes along: ${name}`, { at }, async (page) => {
    await press(page, name);
    await becomes(() => title(page).textContent(), heading);
    await becomes(() => focused(page), "page-title");
  });
}

scenario("the focus goes along with a search on the first page", { at: "/" }, async (page) => {
  await page.getByRole("combobox", { name: "Or look something up" }).fill("forestry");
  await page.keyboard.press("Enter");
  await becomes(() => title(page).textContent(), "The register");
  assert.equal(await search(page).inputValue(), "forestry");
  await becomes(() => focused(page), "page-title");
  await region(page, "What was found").waitFor();
});
