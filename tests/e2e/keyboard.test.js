// Without a mouse: the whole way through a draft, menus, comboboxes and a phone's sheets.
import assert from "node:assert/strict";
import { becomes, button, field, finding, focused, hits, phone, region, reportPanel, rules, says, scenario, stands, tabTo } from "./app.js";

scenario("a draft without a mouse", { at: "/draft?on=2026-11-21" }, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to the page");
  await page.keyboard.press("Enter");
  await becomes(() => focused(page), "main");
  await tabTo(page, "field-title");
  await page.keyboard.type("Tree planting");
  await tabTo(page, "field-credits");
  await page.keyboard.type("60");
  const seen = await tabTo(page, "field-fee_per_credit");
  assert.ok(seen.includes("field-outcomes-add"));
  await stands(page, "LIST-08", "broken");
  await finding(page, "LIST-08").getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await becomes(() => focused(page), "field-credits");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("20");
  await stands(page, "LIST-08", "met");
  await field(page, "outcomes-add").focus();
  await page.keyboard.press("Enter");
  await becomes(() => focused(page), "field-outcomes-0-text");
  await page.keyboard.type("Plant a tree");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(page), "Remove outcome 1");
  await page.keyboard.press("Enter");
  await becomes(() => focused(page), "field-outcomes-add");
});

scenario("a menu without a mouse", { at: "/draft" }, async (page) => {
  await button(page, "More").focus();
  await page.keyboard.press("Enter");
  await becomes(() => button(page, "New draft").isVisible(), true);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "New draft");
  await page.keyboard.press("Escape");
  await becomes(() => button(page, "New draft").isVisible(), false);
  assert.equal(await focused(page), "More");
  await page.keyboard.press("Enter");
  await tabTo(page, "Udacity, 60 credits");
  await page.keyboard.press("Enter");
  await says(page, "You’re trying an example.");
  await becomes(() => focused(page), "page-title");
  await button(page, "Rules on other dates").focus();
  await page.keyboard.press("Space");
  await tabTo(page, rules.act);
  await page.keyboard.press("Enter");
  await says(page, "Not today’s rules");
  assert.equal(await focused(page), "Rules on other dates");
});

scenario("a combobox without a mouse", { at: "/pathways" }, async (page) => {
  const box = page.getByRole("combobox", { name: "Add something you’ve done" });
  const options = page.getByRole("option");
  const active = () => box.evaluate((one) => document.getElementById(one.getAttribute("aria-activedescendant"))?.textContent ?? null);
  const selected = page.getByRole("option", { selected: true });
  await box.waitFor();
  await tabTo(page, "add");
  assert.equal(await box.getAttribute("aria-expanded"), "false");
  await page.keyboard.type("forestry");
  await becomes(() => box.getAttribute("aria-expanded"), "true");
  await options.first().waitFor();
  const all = await options.allTextContents();
  assert.ok(all.length > 2);
  await page.getByRole("status").getByText(`${all.length} found`).waitFor();
  assert.equal(await active(), null);
  await page.keyboard.press("ArrowDown");
  await becomes(active, all[0]);
  assert.deepEqual(await selected.allTextContents(), [all[0]]);
  await page.keyboard.press("ArrowUp");
  await becomes(active, all.at(-1), "from the first to the last");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await becomes(active, all[1]);
  await page.keyboard.press("Escape");
  await becomes(() => box.getAttribute("aria-expanded"), "false");
  assert.equal(await box.inputValue(), "forestry");
  await page.keyboard.press("ArrowDown");
  await becomes(active, all[0]);
  const title = await selected.evaluate((option) => option.firstChild.data);
  await page.keyboard.press("Enter");
  await button(page, `Remove ${title}`).waitFor();
  assert.equal(await box.inputValue(), "");
  assert.equal(await focused(page), "add");
  await page.keyboard.type("growsafe");
  await page.keyboard.press("Tab");
  await becomes(() => box.getAttribute("aria-expanded"), "false");
  await becomes(() => options.count(), 0);
});

scenario("an active option is in sight", { at: "/pathways", viewport: { width: 390, height: 480 } }, async (page) => {
  const box = page.getByRole("combobox", { name: "Add something you’ve done" });
  await box.fill("e");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowUp");
  await becomes(() => page.getByRole("option", { selected: true }).evaluate((option) => {
    const { bottom, top } = option.getBoundingClientRect();
    const list = option.parentElement.getBoundingClientRect();
    return top >= list.top - 1 && bottom <= list.bottom + 1 && top >= 0 && bottom <= innerHeight;
  }), true);
});

scenario("sheets on a phone without a mouse", { at: "/draft?on=2026-11-21", viewport: phone }, async (page) => {
  await field(page, "credits").fill("60");
  const opener = button(page, /^1 to fix · \d+ to fill in$/);
  await opener.waitFor();
  assert.equal(await reportPanel(page).isVisible(), false);
  await opener.press("Enter");
  await becomes(() => reportPanel(page).isVisible(), true);
  await page.keyboard.press("Escape");
  await becomes(() => reportPanel(page).isVisible(), false);
  await becomes(() => opener.evaluate((one) => one === document.activeElement), true);
  await page.keyboard.press("Enter");
  await finding(page, "LIST-08").getByRole("link").first().press("Enter");
  await becomes(() => reportPanel(page).isVisible(), false);
  await becomes(() => focused(page), "field-credits");
  await page.locator("#field-credits-notes").getByRole("link").first().press("Enter");
  await becomes(() => reportPanel(page).isVisible(), true);
  await becomes(() => focused(page), "finding-LIST-08");
  await button(page, "Close the report").press("Enter");
  await becomes(() => reportPanel(page).isVisible(), false);

  const parts = page.getByRole("navigation", { name: "Parts of the draft" });
  await button(page, "Parts").press("Enter");
  await becomes(() => parts.isVisible(), true);
  await parts.getByRole("link", { name: /^Purpose/ }).press("Enter");
  await becomes(() => parts.isVisible(), false);
  await becomes(() => focused(page), "part-purpose-title");
});

scenario("filters on a phone without a mouse", { at: "/register", viewport: phone }, async (page) => {
  await hits(page).first().waitFor();
  await button(page, "Filters").press("Enter");
  const level = page.getByRole("group", { name: "Level", exact: true }).getByLabel("Level 5");
  await level.press("Space");
  await page.keyboard.press("Escape");
  await becomes(() => level.isVisible(), false);
  await button(page, "Filters (1)").waitFor();
  assert.equal(await focused(page), "Filters (1)");
});

scenario("findings are unfolded without a mouse", { at: "/draft?on=2026-11-21" }, async (page) => {
  await field(page, "credits").fill("60");
  await stands(page, "LIST-08", "broken");
  await finding(page, "LIST-08").locator("summary").press("Enter");
  await becomes(() => finding(page, "LIST-08").getByText("The rule", { exact: true }).isVisible(), true);
  await region(page, "Title, level and size").waitFor();
});

scenario("from the form to the report and back, without a mouse", { at: "/draft?on=2026-11-21" }, async (page) => {
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to the form");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to the report");
  await page.keyboard.press("Enter");
  await becomes(() => focused(page), "report-title");
  await page.keyboard.press("Shift+Tab");
  await field(page, "credits").focus();
  const seen = await tabTo(page, "To the report");
  assert.ok(seen.length < 15, `${seen.length} steps`);
  assert.ok(await page.getByRole("link", { name: "To the report" }).nth(1).evaluate((one) => one.offsetHeight > 20), "it is seen");
  await page.keyboard.press("Enter");
  await becomes(() => focused(page), "report-title");
  await tabTo(page, "Back to the form");
  await page.keyboard.press("Enter");
  const last = seen.findLast((one) => one.startsWith("field-"));
  await becomes(() => focused(page), last, "where the form was left");
});

scenario("from the form to a phone’s report and back, without a mouse", { at: "/draft?on=2026-11-21", viewport: phone }, async (page) => {
  await field(page, "credits").focus();
  await tabTo(page, "To the report");
  await page.keyboard.press("Enter");
  await becomes(() => reportPanel(page).isVisible(), true);
  await becomes(() => focused(page), "report-title");
  await page.getByRole("link", { name: "Back to the form" }).press("Enter");
  await becomes(() => reportPanel(page).isVisible(), false);
  await becomes(async () => (await focused(page)).startsWith("field-"), true);
});
