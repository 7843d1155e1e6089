// The rulebook: every rule found by words, family, route and date; its page; examples to try; two dates.
import assert from "node:assert/strict";
import {
  address, becomes, button, choose, field, finding, nav, open, openDraft, reload, report, restore, says, scenario, stands, title,
} from "./app.js";

const rules = (page) => page.locator(".rule-list h3").allTextContents();
const searchRules = (page) => page.getByRole("searchbox", { name: "Search the rules" });
const total = (page) => page.locator(".rules-total [role=status]").textContent();

scenario("the rules are found by words, family, route and date", { at: "/rules" }, async (page) => {
  const all = (await rules(page)).length;
  assert.ok(all > 150, `${all} rules`);
  await searchRules(page).fill("title word");
  await becomes(async () => (await rules(page)).length < all && (await rules(page)).includes("Words kept for qualifications"), true);
  await becomes(() => address(page), "/rules?q=title%20word");
  await searchRules(page).fill("LIST-08");
  await becomes(async () => (await rules(page)).includes("Credits in range") && (await rules(page)).length < 4, true);
  await searchRules(page).fill("");
  await page.getByLabel("Family").selectOption("Equivalency");
  await becomes(async () => (await rules(page)).includes("Credits in range"), false);
  await page.getByLabel("Family").selectOption("All");
  await page.getByLabel("Route").selectOption({ index: 5 });
  await becomes(async () => (await rules(page)).includes("Credits in range"), true);
  await page.getByLabel("In force on").fill("2026-11-21");
  await becomes(async () => (await rules(page)).includes("Credits in range"), false);
  await searchRules(page).fill("zzz");
  await becomes(() => total(page), "No rule found. Try fewer words, or take a filter away.");
  await button(page, "Clear all filters").click();
  await becomes(async () => (await rules(page)).length, all);
  assert.equal(address(page), "/rules");
});

scenario("a rule has its manual, its editions and its sources", { at: "/rules/credits-in-range" }, async (page) => {
  await becomes(() => title(page).textContent(), "Credits in range");
  await page.locator(".manual p").first().waitFor();
  for (const text of ["LIST-08 · Since 16 January 2023 (inferred)", "LIST-06 · 22 August 2018 to 31 July 2022"]) await says(page, text);
  assert.match(await page.getByRole("link", { name: /^NZQA, micro-credentials$/ }).first().getAttribute("href"), /^https:/);
  await open(page, "/rules/LIST-03");
  await becomes(() => title(page).textContent(), "Names in the title");
});

scenario("a rule that is none says so", { at: "/rules/nothing" }, async (page) => {
  await becomes(() => title(page).textContent(), "There’s no such rule");
  await page.getByRole("link", { name: "All rules" }).click();
  await becomes(() => title(page).textContent(), "The rules");
});

scenario("an example is tried in a draft, and the own draft is kept", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("My own draft");
  await nav(page, "Rules").click();
  await searchRules(page).fill("credits in range");
  await page.getByRole("link", { name: "Credits in range" }).click();
  await page.getByRole("button", { name: "Try it in a draft: This doesn’t" }).click();
  await says(page, "Example of “Credits in range” is open.");
  await becomes(async () => (await report(page)).broken.includes("LIST-08"), true);
  await restore(page, "My own draft");
  await becomes(() => field(page, "title").inputValue(), "My own draft");
});

scenario("a finding leads to its rule, and back finds the draft as it was", { at: "/draft?on=2026-11-21" }, async (page) => {
  await field(page, "credits").fill("60");
  await stands(page, "LIST-08", "broken");
  await finding(page, "LIST-08").locator("summary").click();
  await finding(page, "LIST-08").getByRole("link", { name: "LIST-08", exact: true }).click();
  await becomes(() => address(page), "/rules/credits-in-range#LIST-08");
  await becomes(() => title(page).textContent(), "Credits in range");
  await page.goBack();
  await stands(page, "LIST-08", "broken");
  assert.equal(await field(page, "credits").inputValue(), "60");
});

scenario("a manual that does not arrive can be loaded again", {
  at: "/rules/credits-in-range", expects: [/ERR_FAILED/], before: (page) => page.route("**/rule-pages/*", (route) => route.abort(), { times: 1 }),
}, async (page) => {
  await says(page, "The manual and the examples didn’t load.");
  await button(page, "Try again").click();
  await page.locator(".manual p").first().waitFor();
});

scenario("a correction is prepared to copy", { at: "/rules/credits-in-range", permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await button(page, "Copy a correction").click();
  await says(page, "The correction is copied.");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /Credits in range.*LIST-08[\s\S]*\/rules\/credits-in-range[\s\S]*[0-9a-f]{64}/);
});

scenario("a value that settles a rule can be put in, and taken back", { at: "/draft?on=2026-11-21" }, async (page) => {
  await openDraft(page, "two.json", { format: "waymark.draft/1", credits: 60, hours: { total: 150 }, applicant: { type: "pte" } });
  await stands(page, "LIST-09", "broken");
  await finding(page, "LIST-09").getByRole("button", { name: "Change “Credits” to 15 credits" }).click();
  await becomes(() => field(page, "credits").inputValue(), "15");
  await becomes(async () => (await report(page)).broken ?? [], []);
  await button(page, "Undo").click();
  await becomes(() => field(page, "credits").inputValue(), "60");
});

scenario("a draft is compared under the rules of two dates", { at: "/draft" }, async (page) => {
  await open(page, "/draft/compare");
  await says(page, "There’s no draft on this device yet.");
  await open(page, "/draft");
  await field(page, "applicant.type").selectOption("pte");
  await field(page, "credits").fill("4");
  await page.getByRole("link", { name: "Compare two dates" }).click();
  await page.getByLabel("One date").fill("2019-06-01");
  await page.getByLabel("The other date").fill("2026-11-21");
  await becomes(() => address(page), "/draft/compare?one=2019-06-01&other=2026-11-21");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Credits in range" }) }).first();
  assert.match(await row.textContent(), /Breaks a rule · LIST-06.*Met.*LIST-08/s);
  await page.getByLabel("The other date").fill("2019-06-01");
  await says(page, "The rules of both dates come to the same.");
  await page.getByText("The draft on the first day of each set of rules").click();
  const regimes = page.getByRole("region", { name: "The draft on the first day of each set of rules" });
  assert.equal(await regimes.locator("tbody tr").count(), 6);
  assert.match(await regimes.locator("tbody tr").first().textContent(), /^2018: 5 to 40 credits, reviewed every year1/, "4 credits break a rule of 2018");
  await regimes.getByRole("link", { name: /^2023:/ }).click();
  await becomes(() => address(page), "/draft/compare?one=2019-06-01&other=2023-01-16");
});

scenario("a listed micro-credential is read as a draft under today’s rules", { at: "/register/credential/core-forestry-leadership" }, async (page) => {
  await button(page, "Check it against today’s rules").click();
  await says(page, "Core Forestry Leadership is open.");
  assert.equal(address(page), "/draft");
  assert.equal(await field(page, "credits").inputValue(), "40");
  await stands(page, "LIST-08", "met");
});

scenario("the report names what to answer next", { at: "/draft?on=2026-11-21" }, async (page) => {
  const next = page.locator("#report .next a");
  await becomes(async () => (await next.count()) > 0, true);
  const label = await next.first().textContent();
  await next.first().click();
  assert.ok(label.length > 2 && (await page.evaluate(() => document.activeElement.id)).startsWith("field-"));
});

scenario("the fewest changes are made together, and taken back", { at: "/draft?on=2026-11-21" }, async (page) => {
  await field(page, "applicant.type").selectOption("pte");
  await field(page, "title").fill("National Diploma of Beekeeping");
  await field(page, "credits").fill("60");
  await field(page, "hours.total").fill("600");
  await stands(page, "LIST-08", "broken");
  const fewest = page.locator("details.fewest");
  await fewest.locator("summary").click();
  await becomes(() => fewest.locator("li").allTextContents(), ["“Credits”: 40 credits, not 60 credits", "“Total notional hours of learning”: 400, not 600", "Title"]);
  await button(page, "Make these 2 changes").click();
  await becomes(() => field(page, "credits").inputValue(), "40");
  assert.equal(await field(page, "hours.total").inputValue(), "400");
  await stands(page, "LIST-08", "met");
  await button(page, "Undo").click();
  await becomes(() => field(page, "hours.total").inputValue(), "600");
  assert.equal(await field(page, "credits").inputValue(), "60");
});

scenario("findings that one answer settles are one item", { at: "/draft?on=2026-11-21" }, async (page) => {
  const item = page.locator("#finding-LIST-10");
  await item.waitFor();
  assert.equal(await item.locator("#finding-LIST-11").count(), 1);
  await field(page, "nzsced").fill("080903");
  await becomes(() => page.locator(".missing #finding-LIST-11").count(), 0);
});

scenario("rules that were updated since the draft was last looked at say what changed", { at: "/draft?on=2026-11-21" }, async (page) => {
  await field(page, "applicant.type").selectOption("pte");
  await field(page, "credits").fill("60");
  await stands(page, "LIST-08", "broken");
  assert.equal(await page.locator(".since").count(), 0);
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem("waymark.report"));
    kept.rules_version = "older";
    kept.findings.find((one) => one.clause === "LIST-08").outcome = "met";
    localStorage.setItem("waymark.report", JSON.stringify(kept));
  });
  await reload(page);
  await becomes(() => page.locator(".since li").allTextContents(), ["Credits in range was “met”, is “breaks the rule”."]);
  await button(page, "Dismiss").click();
  await becomes(() => page.locator(".since").count(), 0);
  await reload(page);
  await stands(page, "LIST-08", "broken");
  assert.equal(await page.locator(".since").count(), 0);
});
