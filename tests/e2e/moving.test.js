// Getting about: deep links, the browser's buttons, the focus, and motion.
import assert from "node:assert/strict";
import { becomes, day, field, open, scenario, search, title } from "./app.js";

const path = (page) => { const { pathname, search } = new URL(page.url()); return pathname + search; };
const nav = (page, name) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true });
const heading = (page, text) => becomes(() => title(page).textContent(), text);

scenario("a deep link opens its day", { at: "/draft?on=2019-06-01" }, async (page) => {
  assert.equal(await day(page).inputValue(), "2019-06-01");
  await page.getByText("R1 · First micro-credential rules (2018)").first().waitFor();
});

scenario("back and forward", {}, async (page) => {
  await nav(page, "Check a draft").click();
  await heading(page, "Check a draft");
  await day(page).fill("2019-06-01");
  await becomes(() => path(page), "/draft?on=2019-06-01");
  await field(page, "title").fill("Tree planting");
  await nav(page, "Register").click();
  await heading(page, "The register");
  await search(page).fill("forestry leadership");
  await page.getByRole("link", { name: "Core Forestry Leadership", exact: true }).click();
  await heading(page, "Core Forestry Leadership");
  await page.goBack();
  await heading(page, "The register");
  assert.equal(path(page), "/register?q=forestry+leadership");
  assert.equal(await search(page).inputValue(), "forestry leadership");
  await page.goBack();
  await heading(page, "Check a draft");
  assert.equal(path(page), "/draft?on=2019-06-01");
  assert.equal(await field(page, "title").inputValue(), "Tree planting");
  await page.goBack();
  await heading(page, "Micro-credentials, checked and mapped");
  for (const _ of [1, 2, 3]) await page.goForward();
  await heading(page, "Core Forestry Leadership");
});

scenario("the page says where it is, and the focus comes along", {}, async (page) => {
  for (const [name, text] of [["Check a draft", "Check a draft"], ["Register", "The register"]]) {
    await nav(page, name).click();
    await heading(page, text);
    await becomes(() => page.evaluate(() => document.activeElement.id), "page-title");
    assert.equal(await page.title(), `${text} · Waymark`);
    assert.equal(await nav(page, name).getAttribute("aria-current"), "page");
    await becomes(() => page.evaluate(() => scrollY), 0, "a new page is read from its top");
  }
});

scenario("a link in a new tab stays the browser's affair", {}, async (page) => {
  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    nav(page, "Register").click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await heading(tab, "The register");
  await heading(page, "Micro-credentials, checked and mapped");
});

scenario("an address that is none shows the way on", { at: "/nowhere/at/all" }, async (page) => {
  await heading(page, "There is no such page");
  await page.getByRole("main").getByRole("link", { name: "Register" }).click();
  await heading(page, "The register");
});

scenario("nothing moves for who wants it so", { at: "/draft", reducedMotion: "reduce" }, async (page) => {
  const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    const lasts = (times) => times.split(",").some((time) => Number.parseFloat(time) > 0);
    return style.scrollBehavior === "smooth" || lasts(style.transitionDuration) || lasts(style.animationDuration);
  }).map((one) => one.outerHTML.slice(0, 80)));
  assert.deepEqual(moving, []);
});

scenario("the first screen is there before the program", { at: "/", javaScriptEnabled: false, bare: true }, async (page) => {
  await page.getByText("Check a micro-credential before you submit it.").waitFor();
  assert.match(await page.locator("noscript").textContent(), /needs JavaScript and WebAssembly/);
});

scenario("a slow register does not hold up the page", {
  at: "/register", before: (page) => page.route("**/register.json", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  }),
}, async (page) => {
  await page.getByText("The register is loading …").waitFor();
  await search(page).waitFor();
});

scenario("the day is in the address only where it is not today", { at: "/draft" }, async (page) => {
  await day(page).fill("2025-01-01");
  await becomes(() => path(page), "/draft?on=2025-01-01");
  await open(page, path(page));
  assert.equal(await day(page).inputValue(), "2025-01-01");
  await day(page).fill("2026-11-21");
  await becomes(() => path(page), "/draft");
});
