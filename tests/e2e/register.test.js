// The register: search, filters, entries, and other snapshots.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  address, becomes, button, giveFile, hits, holdBack, open, phone, reload, reportPanel, says, scenario, search,
  shownText, title,
} from "./app.js";

const at = "/register";
const titles = (page) => hits(page).getByRole("link").allTextContents();
const openFile = (page, name, content) => giveFile(page, "Open a register file", name, content);
const shipped = readFileSync(new URL("../../public/register.json", import.meta.url), "utf8");
const faulty = JSON.stringify({
  format: "waymark.register/1", as_at: "2026-11-21", colour: "green",
  credentials: [
    { key: "a", title: "Weaving at the wānanga", level: 11, credits: 5, source: "s" }, { key: "b", source: "s" }, 7,
    { key: "d", title: "<img src=x onerror=alert(1)>", level: 3, source: "javascript:alert(1)" },
  ],
});

scenario("a search takes macrons, doubled vowels and plain letters for the same", { at }, async (page) => {
  for (const [plain, ...others] of [["wananga", "waananga", "wānanga"], ["maori", "maaori", "māori", "MAAORI"], ["tikanga", "tiikanga", "tīkanga"], ["matauranga", "maatauranga", "mātauranga"]]) {
    await search(page).fill(plain);
    await becomes(() => new URL(page.url()).searchParams.get("q"), plain);
    const found = await titles(page);
    assert.ok(found.length > 0, plain);
    for (const other of others) {
      await search(page).fill("");
      await search(page).fill(other);
      await becomes(() => titles(page), found, other);
    }
  }
});

scenario("a search for wānanga finds it in each spelling", {
  at, before: (page) => page.route("**/register.json", (route) => route.fulfill({ body: faulty })),
}, async (page) => {
  for (const spelling of ["wananga", "waananga", "wānanga"]) {
    await search(page).fill("nothing at all");
    await becomes(() => titles(page), []);
    await search(page).fill(spelling);
    await becomes(() => titles(page), ["Weaving at the wānanga"], spelling);
  }
});

const filters = (page) => page.getByRole("complementary", { name: "Filters" });
const level = (page, number) => filters(page).getByRole("group", { name: "Level", exact: true }).getByLabel(`Level ${number}`);

scenario("filters stand in the address", { at: "/register?level=5&q=leadership" }, async (page) => {
  await becomes(() => search(page).inputValue(), "leadership");
  const found = await titles(page);
  assert.ok(found.includes("Core Forestry Leadership"));
  assert.equal(await filters(page).getByRole("checkbox", { checked: true }).count(), 1);
  await level(page, 5).uncheck();
  await becomes(() => address(page), "/register?q=leadership");
  assert.ok((await titles(page)).length > found.length);
});

scenario("a chip takes its filter away, and one button all of them", { at: "/register" }, async (page) => {
  await level(page, 3).check();
  await becomes(() => address(page), "/register?level=3");
  await level(page, 4).check();
  await filters(page).getByRole("group", { name: "Credits", exact: true }).getByLabel("5–10 credits").check();
  await becomes(() => new URL(page.url()).searchParams.getAll("level"), ["3", "4"]);
  await button(page, "Remove filter: Level 3").click();
  await becomes(() => [...new URL(page.url()).searchParams].map(String).sort(), ["credits,5-10", "level,4"]);
  assert.ok(!(await level(page, 3).isChecked()));
  assert.ok(await level(page, 4).isChecked());
  await button(page, "Clear all filters").click();
  await becomes(() => address(page), "/register");
  assert.equal(await filters(page).getByRole("checkbox", { checked: true }).count(), 0);
});

scenario("filters on a phone are a sheet", { at: "/register", viewport: phone }, async (page) => {
  await hits(page).first().waitFor();
  assert.ok(!(await filters(page).isVisible()));
  await button(page, "Filters").click();
  await level(page, 5).check();
  const found = await filters(page).getByRole("button", { name: /^Show \d+ entr(y|ies)$/ }).textContent();
  await filters(page).getByRole("button", { name: found }).click();
  await becomes(() => filters(page).isVisible(), false);
  await page.getByRole("status").getByText(found.replace("Show ", "")).waitFor();
  await button(page, "Filters (1)").waitFor();
});

scenario("words in the address are read as browsers and forms write them", { at: "/register?q=forestry+leadership" }, async (page) => {
  await becomes(() => search(page).inputValue(), "forestry leadership");
  await open(page, "/register?q=forestry%20leadership");
  await becomes(() => search(page).inputValue(), "forestry leadership");
  for (const words of ["100%", "a+b", "level = 5 & up?", "w\u0101nanga #1"]) {
    await search(page).fill(words);
    await becomes(() => new URL(page.url()).searchParams.get("q"), words);
    await reload(page);
    await becomes(() => search(page).inputValue(), words);
  }
});

scenario("a search without hits says so", { at: "/register?q=xyzzy" }, async (page) => {
  await page.getByRole("status").getByText("Nothing found. Try fewer or other words.").waitFor();
  await search(page).fill("forestry");
  await page.getByRole("status").getByText(/^\d+ entr(y|ies)$/).waitFor();
});

scenario("more can be shown", { at }, async (page) => {
  await hits(page).first().waitFor();
  const before = await hits(page).count();
  await button(page, "Show more").click();
  await becomes(async () => (await hits(page).count()) > before, true);
});

scenario("a register that does not load can be tried again", {
  at, expects: [/ERR_FAILED/, /status of 500/],
  before: async (page) => {
    await page.route("**/register.json", (route) => route.abort(), { times: 1 });
  },
}, async (page) => {
  await page.getByRole("alert").getByText("couldn’t be reached").waitFor();
  await page.route("**/register.json", (route) => route.fulfill({ status: 500 }), { times: 1 });
  await button(page, "Try again").click();
  await page.getByRole("alert").getByText("status 500").waitFor();
  await button(page, "Try again").click();
  await search(page).waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
});

scenario("the draft page does not need the register", {
  at: "/draft", expects: [/ERR_FAILED/],
  before: (page) => page.route("**/register.json", (route) => route.abort()),
}, async (page) => {
  await says(page, /^\d+ things still wait for your answer\./);
});

scenario("a register with faulty entries is read as far as it can be", {
  at, before: (page) => page.route("**/register.json", (route) => route.fulfill({ body: faulty })),
}, async (page) => {
  await becomes(() => titles(page), ["Weaving at the wānanga", "<img src=x onerror=alert(1)>"]);
  for (const fault of ["credentials[0] a.level", "credentials[1] b.title", "credentials[2]", "colour"]) await says(page, fault);
  await hits(page).getByRole("link", { name: "<img" }).click();
  await becomes(() => title(page).textContent(), "<img src=x onerror=alert(1)>");
  assert.equal(await page.locator("main a[href^='javascript']").count(), 0);
});

scenario("another snapshot takes the place of the shipped one; what is none is refused by name", { at }, async (page) => {
  await hits(page).first().waitFor();
  const before = await titles(page);
  for (const [name, text] of [["draft.json", '{"format":"waymark.draft/1"}'], ["broken.json", "{"], ["list.json", "[]"], ["empty.json", ""]]) {
    await openFile(page, name, text);
    await page.getByRole("alert").getByText(`${name} isn’t a register that Waymark can read.`).waitFor();
    assert.deepEqual(await titles(page), before);
  }
  await openFile(page, "small.json", faulty);
  await becomes(() => titles(page), ["Weaving at the wānanga", "<img src=x onerror=alert(1)>"]);
  assert.equal(await page.getByText("isn’t a register that").count(), 0);
});

scenario("a file opened while the shipped register is on its way stays", {
  at, before: (page) => holdBack(page, "**/register.json"),
}, async (page, letGo) => {
  await openFile(page, "small.json", faulty);
  const small = ["Weaving at the wānanga", "<img src=x onerror=alert(1)>"];
  await becomes(() => titles(page), small);
  const arrived = page.waitForEvent("requestfinished", (request) => request.url().endsWith("/register.json"));
  letGo();
  await arrived;
  await search(page).fill("weaving");
  await becomes(() => titles(page), small.slice(0, 1));
  await search(page).fill("forestry leadership");
  await becomes(() => titles(page), []);
});

scenario("what stands in a shipped entry stands on its page", { at: "/register/credential/core-forestry-leadership" }, async (page) => {
  const entry = JSON.parse(shipped).credentials.find(({ key }) => key === "core-forestry-leadership");
  for (const text of [entry.aim, entry.nzqcf_id, entry.developer, ...entry.learning_outcomes]) await says(page, text);
  await says(page, "Level 5, 40 credits");
  assert.ok(await page.getByRole("link", { name: new URL(entry.source).host }).count());
  assert.equal(await reportPanel(page).count(), 0);
});

scenario("an entry says nothing of what the visitor has done", { at: "/register/credential/core-forestry-leadership" }, async (page) => {
  await page.getByRole("heading", { name: "Where it leads" }).waitFor();
  await says(page, "This one");
  const text = await shownText(page, "main");
  for (const words of [/\bDone\b/, /\bHeld\b/, /Still (needed|to do)/]) assert.doesNotMatch(text, words);
  await open(page, "/register/qualification/q-new-zealand-apprenticeship");
  await says(page, "Could count");
  assert.doesNotMatch(await shownText(page, "main"), /Still (needed|to do)/, "a contribution is not needed");
});

scenario("an entry that is none leads back to the search", { at: "/register/credential/nothing" }, async (page) => {
  await says(page, "The snapshot in use has no entry “nothing”.");
  assert.equal(await title(page).textContent(), "Not on this register");
  await page.getByRole("link", { name: "Search the register" }).click();
  await becomes(() => title(page).textContent(), "The register");
});

scenario("a qualification says what it’s made of, and who says so", { at: "/register/qualification/q-new-zealand-certificate-in-forestry-leadership-level-5" }, async (page) => {
  const madeOf = page.locator(".made-of");
  await says(page, "Micro-credentials make it up. The provider decides what it recognises.");
  const strand = madeOf.locator(".requirement-group");
  assert.match(await strand.textContent(), /^Strand 1 of these.*Operational Forestry Leadership.*Level 5, 40 credits.*Business Forestry Leadership/s);
  await madeOf.getByText("Who says so").click();
  await says(page, "no source says outright that one strand is enough");
  await madeOf.getByRole("link", { name: "Core Forestry Leadership" }).click();
  await becomes(() => address(page), "/register/credential/core-forestry-leadership");
  await open(page, "/register/qualification/q-national-certificate-in-carpentry-level-4");
  await says(page, "No source on this register says what it’s made of.");
});
