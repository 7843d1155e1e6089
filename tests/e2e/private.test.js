// What the page says about privacy is true: what somebody has or writes is never in a request.
import assert from "node:assert/strict";
import {
  address, becomes, button, example, field, nav, open, openDraft, region, reload, rules, says, scenario, search,
} from "./app.js";

const certificate = "q-new-zealand-certificate-in-forestry-leadership-level-5";
const secrets = /core-forestry|log-scaling|forestry-leadership|Quokka|quokka|hold=|goal=/;

/** The addresses of all requests of a page's browser, from now on. */
function requestsOf(page) {
  const urls = [];
  page.context().on("request", (request) => urls.push(request.url(), request.headers().referer ?? ""));
  return urls;
}
const asDone = (page) => region(page, "What you’ve done").locator(".done-list > li");

scenario("nothing that somebody writes or has is in a request", {}, async (page) => {
  const urls = requestsOf(page);
  await open(page, "/draft");
  await field(page, "title").fill("Quokka husbandry");
  await field(page, "purpose.statement").fill("Quokka");
  await openDraft(page, "Quokka.json", { format: "waymark.draft/1", title: "Quokka care" });
  await says(page, "Quokka.json is open.");
  await example(page, "Pre-flight Security");
  await reload(page);
  await open(page, "/pathways");
  await page.getByRole("combobox", { name: "Add something you’ve done" }).fill("core forestry");
  await page.getByRole("option", { name: "Core Forestry Leadership" }).click();
  await page.getByRole("button", { name: /^Make this my goal/ }).first().click();
  await button(page, "Copy a link to this pathway").click();
  await reload(page);
  await asDone(page).first().waitFor();
  await nav(page, "Register").click();
  await search(page).waitFor();
  await page.goBack();
  await asDone(page).first().waitFor();
  await open(page, `/pathways#hold=log-scaling&goal=${certificate}`);
  await reload(page);
  await says(page, "This pathway came with a link.");
  await button(page, "Use this one instead of mine").click();
  await reload(page);
  await asDone(page).first().waitFor();
  assert.ok(urls.length > 20);
  assert.deepEqual(urls.filter((url) => secrets.test(url)), []);
});

scenario("an old link's holdings leave the query at once", {}, async (page) => {
  await open(page, `/pathways?hold=core-forestry-leadership&hold=log-scaling&goal=${certificate}`);
  await becomes(() => address(page), `/pathways#hold=core-forestry-leadership&hold=log-scaling&goal=${certificate}`);
  await becomes(() => asDone(page).count(), 2);
  const urls = requestsOf(page);
  await reload(page);
  await becomes(() => asDone(page).count(), 2);
  await nav(page, "Draft").click();
  await field(page, "title").waitFor();
  await page.goBack();
  await becomes(() => address(page), `/pathways#hold=core-forestry-leadership&hold=log-scaling&goal=${certificate}`);
  await becomes(() => asDone(page).count(), 2);
  await open(page, "/");
  assert.deepEqual(urls.filter((url) => secrets.test(url)), []);
});

scenario("words that somebody searches for stand in the address, as the page says", { at: "/register" }, async (page) => {
  await search(page).fill("tree planting");
  await becomes(() => address(page), "/register?q=tree%20planting");
  await says(page, "Only words you search for go into the page’s address.");
});

// What may stand in an address, by the heading of its page, and what the page then says.
const damaged = {
  "Pathways": [
    ["/pathways#hold=", "Nothing yet."],
    ["/pathways#hold=&goal=", "Nothing yet."],
    ["/pathways#%E0%A4%A", "Nothing yet."],
    ["/pathways#hold=%E0%A4%A&hold=log-scaling", "What you’ve done"],
    ["/pathways#hold=<b>", "<b>"],
    ["/pathways?hold=%", "What you’ve done"],
    ["/pathways?goal", "Nothing yet."],
    ["/pathways#main", "Nothing yet."],
  ],
  "The register": [
    ["/register?q=100%25", "Nothing found."],
    ["/register?q=%E0%A4%A", /Nothing found\.|micro-credentials/],
    ["/register?q=a&q=b", "About this snapshot"],
    ["/register?level=99", "“99” in the address isn’t a filter of this register, so it’s left out."],
    ["/register?level=5&level=high&credits=", "“high” in the address isn’t a filter of this register, so it’s left out."],
  ],
  "Check a draft": [
    ["/draft?on=%E0%A4%A", "isn’t a date, so you see today’s rules."],
    ["/draft?on=", rules.now],
    ["/draft#finding-nothing", rules.now],
  ],
  "Not on this register": [
    ["/register/credential/%E0%A4%A", "Search the register"],
    ["/register/credential/%3Cb%3E", "“<b>”"],
    ["/register/credential/a%2Fb", "Search the register"],
  ],
  "There’s no page here": [
    ["/%E0%A4%A", "You can go on from here"],
    ["/.//draft", "You can go on from here"],
  ],
};
for (const [heading, addresses] of Object.entries(damaged)) {
  scenario(`damaged addresses do no harm: ${heading}`, {}, async (page) => {
    for (const [at, text] of addresses) {
      await page.goto("about:blank");
      await page.goto(at);
      try {
        await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
        await says(page, text);
        assert.equal(await page.locator("#failure").isVisible(), false);
        await nav(page, "Draft").click();
        await field(page, "title").fill("Still alive");
        await becomes(() => page.getByRole("heading", { level: 1 }).textContent(), "Still alive");
        await field(page, "title").fill("");
      } catch (error) {
        throw new Error(`${at}: ${error.message}`);
      }
    }
  });
}
