// The rulebook: every rule found by words, family, route and date; its page; examples to try; two dates.
import assert from "node:assert/strict";
import {
  address, backToOwn, becomes, button, choose, field, finding, fitsWidth, holdBack, nav, open, openDraft, phone, reload, report, reportPanel, says, scenario, scratchBar, stands, title,
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
  await becomes(async () => (await rules(page))[0] === "Credits in range" && (await rules(page)).length < 4, true);
  await searchRules(page).fill("");
  await page.getByLabel("Family").selectOption("Equivalency");
  await becomes(async () => (await rules(page)).length < 20 && (await rules(page)).includes("Credits in range"), true);
  await page.getByLabel("Family").selectOption("Universities");
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

scenario("the rules are found by a clause, by what people call it, and by their manuals", { at: "/rules" }, async (page) => {
  const close = () => page.locator("section:not([aria-labelledby=mentioned]) > .rule-list h3").allTextContents();
  const mentioned = () => page.getByRole("region", { name: "Mentioned further down the page" }).locator("h3").allTextContents();
  for (const clause of ["6.2(a)", "rule 6.2(a)"]) {
    await searchRules(page).fill(clause);
    await becomes(close, ["Words kept for qualifications"]);
  }
  await searchRules(page).fill("RPL");
  await becomes(async () => (await rules(page)).includes("Recognition of prior learning"), true);
  await searchRules(page).fill("how many credits");
  await becomes(async () => (await close()).includes("Credits in range"), true);
  await searchRules(page).fill("unlikely to have the substance");
  await becomes(mentioned, ["Credits in range"]);
});

scenario("a search goes on without the manuals, and says so", {
  at: "/rules", expects: [/ERR_FAILED/], before: (page) => page.route("**/rule-manuals.json", (route) => route.abort()),
}, async (page) => {
  await searchRules(page).fill("6.2(a)");
  await becomes(() => rules(page), ["Words kept for qualifications"]);
  await says(page, "The manuals didn’t load, so words that stand only there aren’t found.");
  await page.unroute("**/rule-manuals.json");
  await button(page, "Try again").click();
  await searchRules(page).fill("unlikely to have the substance");
  await becomes(() => rules(page), ["Credits in range"]);
});

scenario("what the address asks of the rules that is nothing is said", { at: "/rules?on=banana&route=xyz&family=nothing" }, async (page) => {
  for (const text of ["“nothing” in the address isn’t a filter of the rules", "“xyz” in the address isn’t a filter of the rules", "“banana” in the address isn’t a date"]) await says(page, text);
  assert.ok((await rules(page)).length > 150, "what is nothing narrows nothing");
  await button(page, "Clear all filters").click();
  await becomes(() => page.locator("main .notice").count(), 0);
  assert.equal(address(page), "/rules");
});

scenario("a rule has its manual, its editions and its sources", { at: "/rules/credits-in-range" }, async (page) => {
  await becomes(() => title(page).textContent(), "Credits in range");
  await page.locator(".manual p").first().waitFor();
  for (const text of ["LIST-08 · Since 16 January 2023 (inferred)", "LIST-06 · August 2022 to 15 January 2023 (inferred)", "LIST-06 · 22 August 2018 to July 2022"]) await says(page, text);
  assert.match(await page.getByRole("link", { name: /^NZQA, micro-credentials$/ }).first().getAttribute("href"), /^https:/);
  await open(page, "/rules/council-support");
  await says(page, "NEED-05 · May 2023 (first seen) to ");
  await open(page, "/rules/LIST-03");
  await becomes(() => title(page).textContent(), "Names in the title");
});

scenario("the editions of a rule stand in one order, as bars and in words", { at: "/rules/credits-in-range", viewport: phone }, async (page) => {
  const rows = page.locator(".timeline li");
  await rows.first().waitFor();
  assert.deepEqual(await rows.getByRole("link").allTextContents(), [
    "Credits: 1 to 40 · Must be met",
    "Sources disagree",
    "The credit value is up to 40; no least number is stated · For information · Sources disagree",
    "Credits: 5 to 40",
    "Credits: 1 or more",
  ]);
  const days = await rows.locator(".days").allTextContents();
  const headings = await page.locator(".editions h3").allTextContents();
  assert.deepEqual(headings.map((text) => text.replace(/ *In force today$/, "").trim()), days);
  assert.match(headings[0], /In force today/);
  // Today's rule is sure but for its first day: one faded end, and the mark of today in the bar itself.
  const bar = rows.first().locator("svg");
  assert.equal(await bar.locator(".bar.unsure").count(), 1);
  const [whole, now] = await Promise.all([bar.locator(".bar:not(.unsure)").boundingBox(), bar.locator(".today").boundingBox()]);
  assert.ok(whole.x < now.x && now.x < whole.x + whole.width, "today lies in the bar");
  await rows.last().getByRole("link").click();
  await becomes(() => address(page), "/rules/credits-in-range#EQV-07");
  await becomes(() => page.evaluate(() => document.activeElement.id), "EQV-07");
});

scenario("a sentence that changed a little says which words are new", { at: "/rules/need-is-evidenced" }, async (page) => {
  const rows = page.locator(".timeline li").getByRole("link");
  await rows.first().waitFor();
  assert.equal(await rows.first().textContent(), "“an industry skills board” in place of “a workforce development council”");
});

scenario("examples are said in words, one that passes and one that fails", { at: "/rules/need-is-evidenced" }, async (page) => {
  const cards = page.locator(".example-cards");
  const titles = async () => (await cards.locator("h3").allTextContents()).map((text) => text.trim());
  await becomes(titles, ["For a person to judge", "Still to fill in"]);
  for (const text of ["From whom: ", "Read under the rules of 21 November 2026"]) assert.ok((await cards.textContent()).includes(text), text);
  await page.getByText(/^All \d+ examples$/).click();
  const all = page.locator(".all-examples");
  assert.match(await all.locator("li").first().textContent(), /^22 August 2018Kind of organisationPrivate training establishmentEvidence of needFrom whom: Employer/);
  assert.match(await all.textContent(), /From whom: left blank/);
  assert.doesNotMatch(await page.locator("main").textContent(), /[[{]"|"[\]}]/, "no JSON");
  await open(page, "/rules/credits-in-range");
  await becomes(titles, ["Passes", "Fails"]);
});

scenario("all examples fit a phone and a paper", { at: "/rules/need-is-evidenced", viewport: { width: 320, height: 640 } }, async (page) => {
  await page.getByText(/^All \d+ examples$/).click();
  const outcome = page.locator(".all-examples .example-outcome").first();
  await outcome.waitFor();
  await fitsWidth(page, "all examples");
  const box = await outcome.boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 320, "the outcome is on the screen");
  await page.getByText(/^All \d+ examples$/).click();
  await page.emulateMedia({ media: "print" });
  assert.ok((await page.locator(".all-examples").boundingBox()).height > 100, "what is folded is printed");
});

scenario("a rule on stacking says that no draft is checked against it", { at: "/rules/counting-towards-a-qualification" }, async (page) => {
  await says(page, "This rule is about stacking.");
  await page.locator(".editions li").first().waitFor();
  assert.doesNotMatch(await page.locator(".editions").textContent(), /Decided by|Weight|Applies to/);
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
  await page.getByRole("button", { name: "Try it in a draft: Fails" }).click();
  await scratchBar(page).getByText("Example of “Credits in range”").waitFor();
  assert.match(address(page), /^\/draft\/example\?on=/);
  await becomes(async () => (await report(page)).broken.includes("LIST-08"), true);
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await becomes(() => field(page, "title").inputValue(), "My own draft");
  await page.goForward();
  await page.goForward();
  await page.goForward();
  await backToOwn(page);
  await becomes(() => field(page, "title").inputValue(), "My own draft");
  assert.equal(address(page), "/draft");
  await says(page, "Saved on this device.");
  assert.equal(await page.getByText("Earlier versions (").isVisible(), false, "no example is among them");
});

const toRule = (page, clause) => finding(page, clause).getByRole("link", { name: /^Read this rule/ }).first();

scenario("a finding leads to its rule, and back finds the draft as it was", { at: "/draft?on=2026-11-21" }, async (page) => {
  // Places are compared, so nothing may still be on its way.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await field(page, "credits").fill("60");
  await field(page, "level").fill("4");
  await stands(page, "LIST-05", "met");
  await page.locator("#report .group.met > summary").click();
  await finding(page, "LIST-05").locator("summary").first().click();
  await field(page, "purpose.statement").scrollIntoViewIfNeeded();
  await toRule(page, "LIST-05").scrollIntoViewIfNeeded();
  const look = () => page.evaluate(() => ({
    page: Math.round(scrollY), report: Math.round(document.getElementById("report").scrollTop),
    open: document.querySelectorAll("main details[open]").length, focus: document.activeElement.id,
  }));
  await toRule(page, "LIST-05").focus();
  const before = await look();
  assert.ok(before.page > 500 && before.report > 500, JSON.stringify(before));
  await page.keyboard.press("Enter");
  await becomes(() => address(page).startsWith("/rules/") && address(page).endsWith("#LIST-05"), true);
  await becomes(() => page.evaluate(() => document.getElementById("report")), null);
  await page.goBack();
  await becomes(look, before);
  assert.equal(before.focus, "rule-of-LIST-05");
  assert.equal(await field(page, "credits").inputValue(), "60");
  await reload(page);
  await becomes(look, before, "also when the page was left altogether");
  await nav(page, "Rules").click();
  await nav(page, "Draft").click();
  await becomes(async () => (await look()).page, 0, "a new visit starts at the top");
});

scenario("back from a rule finds a phone’s report open", { at: "/draft?on=2026-11-21", viewport: phone }, async (page) => {
  await field(page, "credits").fill("60");
  await button(page, /^1 to fix/).click();
  await toRule(page, "LIST-08").click();
  await becomes(() => title(page).textContent(), "Credits in range");
  await page.goBack();
  await becomes(() => reportPanel(page).isVisible(), true);
  assert.ok(await toRule(page, "LIST-08").isVisible());
});

scenario("every finding leads to its rule", { at: "/draft?on=2026-11-21" }, async (page) => {
  await stands(page, "LIST-08", "missing");
  const without = await page.locator("#report .finding").evaluateAll((all) => all.filter((one) => !one.querySelector("a[href^='/rules/']")).map((one) => one.textContent));
  assert.deepEqual(without, []);
});

scenario("a manual that does not arrive can be loaded again", {
  at: "/rules/credits-in-range", expects: [/ERR_FAILED/], before: (page) => page.route("**/rule-pages/*", (route) => route.abort(), { times: 1 }),
}, async (page) => {
  await says(page, "The manual and the examples didn’t load.");
  await button(page, "Try again").click();
  await page.locator(".manual p").first().waitFor();
});

scenario("manuals that were read are there without a network, and others can be loaded once it is back", {
  at: "/rules", expects: [/ERR_INTERNET_DISCONNECTED/],
}, async (page) => {
  const rule = (name) => page.locator(".rule-list").getByRole("link", { name });
  await rule("Credits in range").click();
  await page.locator(".manual p").first().waitFor();
  await page.goBack();
  await rule("Credits in range").waitFor();
  await page.context().setOffline(true);
  await rule("Hours match credits").click();
  await says(page, "The manual and the examples didn’t load. It couldn’t be reached; you may be offline.");
  await page.getByRole("heading", { name: "How it was worded, and when" }).waitFor();
  await page.goBack();
  await rule("Credits in range").waitFor();
  await searchRules(page).fill("unlikely to have the substance");
  await becomes(async () => (await rules(page)).includes("Credits in range"), true);
  await rule("Credits in range").click();
  await page.locator(".manual p").first().waitFor();
  await page.goBack();
  await rule("Credits in range").waitFor();
  await searchRules(page).fill("");
  await rule("Hours match credits").click();
  await says(page, "The manual and the examples didn’t load.");
  await page.context().setOffline(false);
  await button(page, "Try again").click();
  await page.locator(".manual p").first().waitFor();
});

scenario("a slow manual holds nothing else back", {
  at: "/rules/credits-in-range", before: (page) => holdBack(page, "**/rule-pages/*"),
}, async (page, letGo) => {
  await says(page, "The manual is loading …");
  await page.getByRole("heading", { name: "How it was worded, and when" }).waitFor();
  letGo();
  await page.locator(".manual p").first().waitFor();
});

scenario("a correction is prepared to copy", { at: "/rules/credits-in-range", permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await button(page, "Copy a correction").click();
  await says(page, "The correction is copied.");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /“Credits in range”\nPage: .*\/rules\/credits-in-range\n.*[0-9a-f]{64}\n/);
  assert.match(text, /\nLIST-08, .*: The credit value is from 1 to 40\. \(Source: .*https:.*\)\nLIST-06, /);
});

scenario("a value that settles a rule can be put in, and taken back", { at: "/draft?on=2026-11-21" }, async (page) => {
  await openDraft(page, "two.json", { format: "waymark.draft/1", credits: 60, hours: { total: 150 }, applicant: { type: "pte" } });
  await stands(page, "LIST-09", "broken");
  await finding(page, "LIST-08").getByRole("button", { name: "Change “Credits” to 15 credits" }).click();
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
  await says(page, "The rules on your application come to the same on both dates.");
  await page.getByText("The draft on the first day of each set of rules").click();
  const regimes = page.getByRole("region", { name: "The draft on the first day of each set of rules" });
  assert.equal(await regimes.locator("tbody tr").count(), 6);
  assert.match(await regimes.locator("tbody tr").first().textContent(), /^2018: 5 to 40 credits, reviewed every year1/, "4 credits break a rule of 2018");
  await regimes.getByRole("link", { name: /^2023:/ }).click();
  await becomes(() => address(page), "/draft/compare?one=2019-06-01&other=2023-01-16");
});

scenario("a comparison says when a rule changed, by which clause, and what was no rule yet", { at: "/draft?on=2019-06-01" }, async (page) => {
  await field(page, "applicant.type").selectOption("pte");
  await field(page, "credits").fill("4");
  await page.getByRole("link", { name: "Compare two dates" }).click();
  await becomes(() => address(page), "/draft/compare?on=2019-06-01");
  await becomes(() => page.getByLabel("One date").inputValue(), "2019-06-01");
  assert.equal(await page.getByLabel("The other date").inputValue(), "2026-11-21");
  const tallies = await page.locator(".compare-page .two-days .hint").allTextContents();
  for (const tally of tallies) assert.match(tally, /^\d+ to fix, \d+ to improve, \d+ to fill in, \d+ for people to judge, \d+ met\.$/);
  const row = (name) => page.locator(".changes > li").filter({ has: page.getByRole("heading", { name, exact: true }) });
  assert.match(await row("Credits in range").textContent(), /From August 2022: LIST-07 \(NZQA, micro-credentials \(August 2022\)\)From 16 January 2023 \(inferred\): LIST-08/);
  assert.match(await row("Words kept for qualifications").textContent(), /1 June 2019No such rule yetLIST-02 started on 16 January 2023 \(inferred\)/);
  const folded = page.locator("details.fold > .changes").first();
  assert.ok((await page.locator(".compare-page .total + .changes > li").count()) > 5 && !(await folded.isVisible()), "what is not the application's is folded");
  await page.getByLabel("One date").fill("2020-06-01");
  await page.getByRole("link", { name: "Back to the draft" }).click();
  await becomes(() => address(page), "/draft?on=2019-06-01");
  await open(page, "/draft/compare?one=banana");
  await says(page, "“banana” in the address isn’t a date, so it’s left out.");
});

scenario("a listed micro-credential is read as a draft under today’s rules", { at: "/register/credential/core-forestry-leadership" }, async (page) => {
  await button(page, "Check it against today’s rules").click();
  await scratchBar(page).getByText("Core Forestry Leadership").waitFor();
  assert.equal(address(page), "/draft/example");
  assert.equal(await field(page, "credits").inputValue(), "40");
  await stands(page, "LIST-08", "met");
  const who = "below, “you” is whoever would apply with this entry of the register.";
  await reportPanel(page).getByText(who).waitFor();
  await page.getByRole("link", { name: "Compare two dates" }).click();
  await says(page, "What the rules of two dates say about the example that you’re trying.");
  await says(page, who);
  await open(page, "/draft/compare");
  await says(page, "What the rules of two dates say about the draft on this device.");
  assert.equal(await page.getByText(who).count(), 0, "the own draft is one’s own");
});

scenario("a finding names what says otherwise", { at: "/draft?on=2026-11-21" }, async (page) => {
  await field(page, "level").fill("3");
  await stands(page, "LIST-05", "met");
  const grounds = finding(page, "LIST-05").locator(".grounds");
  await grounds.evaluate((details) => { for (let one = details; one; one = one.parentElement?.closest("details")) one.open = true; });
  await grounds.getByText("Says otherwise").waitFor();
  await grounds.getByRole("link", { name: /Tahatū/ }).waitFor();
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
  const saysSo = () => becomes(() => page.locator(".since li").allTextContents(), ["Credits in range was “met”, is “breaks the rule”."]);
  await reload(page);
  await saysSo();
  await stands(page, "LIST-08", "broken");
  await reload(page);
  await saysSo();
  await choose(page, "More", "New draft");
  await becomes(() => page.locator(".since").count(), 0);
  await button(page, "Undo").click();
  await saysSo();
  await field(page, "title").fill("Tree Planting");
  await saysSo();
  await page.getByRole("button", { name: "Dismiss" }).filter({ hasText: "Dismiss" }).click();
  await becomes(() => page.locator(".since").count(), 0);
  await reload(page);
  await stands(page, "LIST-08", "broken");
  assert.equal(await page.locator(".since").count(), 0);
});
