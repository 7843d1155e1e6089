// The register and pathways pages of the release bundle.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { becomes, button, giveFile, hits, open, region, scenario, search, title } from "./app.js";

const at = "/register";
const says = (page, text) => page.getByText(text).first().waitFor();
const titles = (page) => hits(page).getByRole("link").allTextContents();
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

scenario("filters stand in the address", { at: "/register?level=5&q=leadership" }, async (page) => {
  await becomes(() => search(page).inputValue(), "leadership");
  const found = await titles(page);
  assert.ok(found.includes("Core Forestry Leadership"));
  await page.getByText("Filters", { exact: true }).click();
  const five = page.getByRole("group", { name: "Level", exact: true }).getByRole("checkbox", { checked: true });
  assert.equal(await five.count(), 1);
  await five.first().uncheck();
  await becomes(() => new URL(page.url()).search, "?q=leadership");
  assert.ok((await titles(page)).length > found.length);
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
  await page.getByRole("alert").getByText("could not be reached").waitFor();
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
  await says(page, "Incomplete: no rule is broken so far");
});

scenario("a register with faulty entries is read as far as it can be", {
  at, before: (page) => page.route("**/register.json", (route) => route.fulfill({ body: faulty })),
}, async (page) => {
  await becomes(() => titles(page), ["Weaving at the wānanga", "<img src=x onerror=alert(1)>"]);
  for (const fault of ["credentials[0] a.level", "credentials[1] b.title", "credentials[2]", "colour"]) await says(page, fault);
  await page.getByRole("link", { name: "<img" }).click();
  await becomes(() => title(page).textContent(), "<img src=x onerror=alert(1)>");
  assert.equal(await page.locator("main a[href^='javascript']").count(), 0);
});

scenario("another snapshot takes the place of the shipped one; what is none is refused by name", { at }, async (page) => {
  await hits(page).first().waitFor();
  const before = await titles(page);
  for (const [name, text] of [["draft.json", '{"format":"waymark.draft/1"}'], ["broken.json", "{"], ["list.json", "[]"], ["empty.json", ""]]) {
    await giveFile(page, "Open a register file", name, text);
    await page.getByRole("alert").getByText(`${name} is not a register that Waymark can read.`).waitFor();
    assert.deepEqual(await titles(page), before);
  }
  await giveFile(page, "Open a register file", "small.json", faulty);
  await becomes(() => titles(page), ["Weaving at the wānanga", "<img src=x onerror=alert(1)>"]);
  assert.equal(await page.getByText("is not a register that").count(), 0);
});

{
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  scenario("a file opened while the shipped register is on its way stays", {
    at,
    before: (page) => page.route("**/register.json", async (route) => {
      await held;
      await route.continue();
    }),
  }, async (page) => {
    await giveFile(page, "Open a register file", "small.json", faulty);
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
}

scenario("from a held credential to a certificate", { at: "/pathways" }, async (page) => {
  await page.getByLabel("Add a micro-credential").fill("core forestry");
  await button(page, "I hold this: Core Forestry Leadership").click();
  const certificate = "New Zealand Certificate in Forestry Leadership (Level 5)";
  await page.getByRole("button", { name: `Make this my goal: ${certificate}` }).first().click();
  const ways = page.getByRole("article");
  await becomes(() => ways.count(), 2);
  for (const way of await ways.all()) assert.match(await way.textContent(), /Left to do40 credits, about 400 hours of learning/);
  const asked = () => Object.fromEntries(new URL(page.url()).searchParams);
  const before = asked();
  await open(page, "/pathways");
  await becomes(() => ways.count(), 2, "the device keeps it");
  assert.deepEqual(asked(), before, "and the address says so");
});

scenario("no credits stand at a progression", { at: "/pathways?hold=introduction-to-aquaculture" }, async (page) => {
  await says(page, "Where your holdings lead");
  const lead = page.getByRole("listitem").filter({ hasText: "New Zealand Certificate in Seafood Operations (Level 3)" }).last();
  await lead.getByText("How firmly").waitFor();
  assert.equal(await lead.getByText("Credit", { exact: true }).count(), 0);
});

scenario("an entry leads to its pathways", { at: "/register/credential/core-forestry-leadership" }, async (page) => {
  await page.getByRole("link", { name: "I hold this: see where it leads" }).click();
  await becomes(() => title(page).textContent().then((text) => text !== "Core Forestry Leadership"), true);
  await button(page, "Remove Core Forestry Leadership").waitFor();
});

scenario("an entry's link adds to what is held, and a shared address takes nothing away", { at: "/pathways" }, async (page) => {
  await page.getByLabel("Add a micro-credential").fill("startup ignition");
  await button(page, "I hold this: StartUp® Ignition – Automotive").click();
  await open(page, "/register/credential/core-forestry-leadership");
  await page.getByRole("link", { name: "I hold this: see where it leads" }).click();
  await button(page, "Remove Core Forestry Leadership").waitFor();
  await button(page, "Remove StartUp® Ignition – Automotive").waitFor();
  await open(page, "/pathways?hold=introduction-to-aquaculture");
  await button(page, "Remove Introduction to Aquaculture").waitFor();
  await open(page, "/pathways");
  await button(page, "Remove Core Forestry Leadership").waitFor();
  await button(page, "Remove StartUp® Ignition – Automotive").waitFor();
  assert.equal(await button(page, "Remove Introduction to Aquaculture").count(), 0);
});

scenario("what stands in a shipped entry stands on its page", { at: "/register/credential/core-forestry-leadership" }, async (page) => {
  const entry = JSON.parse(shipped).credentials.find(({ key }) => key === "core-forestry-leadership");
  for (const text of [entry.aim, entry.nzqcf_id, entry.developer, ...entry.learning_outcomes]) await says(page, text);
  await says(page, "level 5, 40 credits");
  assert.ok(await page.getByRole("link", { name: new URL(entry.source).host }).count());
  assert.equal(await region(page, "Report").count(), 0);
});
