// Getting about: deep links, the browser's buttons, the focus, and motion.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { address, becomes, day, field, focused, holdBack, isAccessible, nav, rules, says, scenario, search, title } from "./app.js";

const firstHeading = "Check a micro-credential before you submit it. See where it leads before you start it.";
const heading = (page, text) => becomes(() => title(page).textContent(), text);

scenario("a deep link opens its day", { at: "/draft?on=2019-06-01" }, async (page) => {
  assert.equal(await day(page).inputValue(), "2019-06-01");
  await says(page, rules.first);
  await says(page, "Not today’s rules");
});

scenario("back and forward", {}, async (page) => {
  await nav(page, "Draft").click();
  await heading(page, "Check a draft");
  await day(page).fill("2019-06-01");
  await says(page, rules.first);
  await field(page, "title").fill("Tree planting");
  await nav(page, "Register").click();
  await heading(page, "The register");
  await search(page).fill("forestry leadership");
  await page.getByRole("link", { name: "Core Forestry Leadership", exact: true }).click();
  await heading(page, "Core Forestry Leadership");
  await page.goBack();
  await heading(page, "The register");
  assert.equal(address(page), "/register?q=forestry%20leadership");
  assert.equal(await search(page).inputValue(), "forestry leadership");
  await page.goBack();
  await heading(page, "Tree planting");
  assert.equal(await day(page).inputValue(), "2019-06-01");
  assert.equal(await field(page, "title").inputValue(), "Tree planting");
  await page.goBack();
  await heading(page, firstHeading);
  for (const _ of [1, 2, 3]) await page.goForward();
  await heading(page, "Core Forestry Leadership");
});

scenario("the page says where it is, and the focus comes along", {}, async (page) => {
  for (const [name, text] of [["Draft", "Check a draft"], ["Pathways", "Pathways"], ["Register", "The register"]]) {
    await nav(page, name).click();
    await heading(page, text);
    await becomes(() => focused(page), "page-title");
    assert.equal(await page.title(), `${text} · Waymark`);
    assert.equal(await nav(page, name).getAttribute("aria-current"), "page");
    await becomes(() => page.evaluate(() => scrollY), 0, "a new page is read from its top");
  }
});

scenario("the first page leads to both halves and searches the register", {}, async (page) => {
  for (const [door, text] of [["I’m writing an application", "Check a draft"], ["I’m planning my learning", "Pathways"]]) {
    await page.getByRole("link", { name: door }).click();
    await heading(page, text);
    await page.goBack();
    await heading(page, firstHeading);
  }
  assert.equal(await page.getByRole("link", { name: "Carry on" }).count(), 0, "there is no draft");
  await page.getByRole("combobox", { name: "Or look something up" }).fill("forestry leadership");
  await page.getByRole("button", { name: "Search" }).click();
  await heading(page, "The register");
  assert.equal(await search(page).inputValue(), "forestry leadership");
  await page.getByRole("link", { name: "Core Forestry Leadership", exact: true }).waitFor();
});

scenario("the small draft on the first page answers", {}, async (page) => {
  const example = page.getByRole("group", { name: "Example" });
  await example.getByText("45 credits is more than the 40").waitFor();
  await example.getByLabel("Credits").fill("20");
  await becomes(() => example.getByText("is more than the 40").count(), 0);
});

scenario("a kept draft can be carried on from the first page", { at: "/draft" }, async (page) => {
  await field(page, "title").fill("Tree planting");
  await field(page, "credits").fill("60");
  await page.getByRole("link", { name: "Waymark", exact: true }).click();
  const card = page.getByRole("complementary", { name: "Your draft" });
  await card.getByText("Tree planting").waitFor();
  await card.getByText("1 to fix").waitFor();
  await card.getByRole("link", { name: "Carry on" }).click();
  await heading(page, "Tree planting");
});

scenario("a link in a new tab stays the browser's affair", {}, async (page) => {
  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    nav(page, "Register").click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await heading(tab, "The register");
  await heading(page, firstHeading);
});

scenario("an address that is none shows the way on", { at: "/nowhere/at/all" }, async (page) => {
  await heading(page, "There’s no page here");
  await page.getByRole("main").getByRole("link", { name: "Register" }).click();
  await heading(page, "The register");
});

scenario("nothing moves for who wants it so", { at: "/draft", reducedMotion: "reduce" }, async (page) => {
  const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    const lasts = (times) => times.split(",").some((time) => Number.parseFloat(time) > 0.001);
    return style.scrollBehavior === "smooth" || lasts(style.transitionDuration) || lasts(style.animationDuration);
  }).map((one) => one.outerHTML.slice(0, 80)));
  assert.deepEqual(moving, []);
});

scenario("the first screen is there before the program", { at: "/", javaScriptEnabled: false, bare: true }, async (page) => {
  await says(page, "Check a micro-credential before you submit it.");
  assert.match(await page.locator("noscript").textContent(), /needs JavaScript and WebAssembly/);
});

const stopped = "Something went wrong and Waymark has stopped.";
const unsupported = "This browser can’t run Waymark";
const offer = (page) => page.getByRole("alert").getByRole("link", { name: "Save your draft as a file" });
const keepDraft = (page) => page.addInitScript(() => localStorage.setItem("waymark.draft", '{"title":"Kept"}'));

/** The draft that the device keeps is offered as a file. */
async function draftIsOffered(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), offer(page).click()]);
  assert.equal(download.suggestedFilename(), "waymark-draft.json");
  assert.equal(readFileSync(await download.path(), "utf8"), '{"title":"Kept"}');
}

const failures = [
  ["a program that does not arrive", stopped, [/ERR_FAILED/, /Failed to fetch/], (page) => page.route("**/*.wasm", (route) => route.abort())],
  ["a script that does not arrive", stopped, [/ERR_FAILED/], (page) => page.route("**/app-*.js", (route) => route.abort())],
  ["a program that the browser can't read", unsupported, [/CompileError|expected magic word/], (page) => page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "none" }))],
  ["a browser without WebAssembly", unsupported, [/WebAssembly is not defined/], (page) => page.addInitScript(() => { delete window.WebAssembly; })],
];
for (const [name, message, expects, spoil] of failures) {
  scenario(`${name} is reported`, { bare: true, expects, before: spoil }, async (page) => {
    await page.getByRole("alert").getByText(message).waitFor();
    assert.equal(await page.getByText("Waymark is loading").isVisible(), false);
    assert.equal(await offer(page).count(), 0, "there is no draft to offer");
    await isAccessible(page, name);
  });

  scenario(`${name} leaves the kept draft within reach`, { bare: true, expects, before: async (page) => { await keepDraft(page); await spoil(page); } }, async (page) => {
    await page.getByRole("alert").getByText(message).waitFor();
    await draftIsOffered(page);
    await isAccessible(page, name);
  });
}

/** Runs a program that does nothing but end as a panic does. */
const trap = (page) => page.evaluate(() => {
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
  queueMicrotask(exports.f);
});

scenario("a program that stops says so where it is seen, and leaves the kept draft within reach", {
  at: "/draft", before: keepDraft, expects: [/unreachable/],
}, async (page) => {
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await trap(page);
  await page.getByRole("alert").getByText(stopped).waitFor();
  await becomes(() => page.evaluate(() => scrollY), 0);
  await draftIsOffered(page);
});

scenario("what goes wrong beside the program does not end it", { at: "/draft", expects: [/beside/, /status of 404/] }, async (page) => {
  await page.evaluate(() => {
    Promise.reject(new Error("beside"));
    queueMicrotask(() => { throw new Error("beside"); });
    return new Promise((resolve) => document.body.append(Object.assign(new Image(), { src: "/missing.png", onerror: resolve })));
  });
  await field(page, "title").fill("Tree planting");
  assert.equal(await page.getByRole("alert").count(), 0);
});

scenario("a slow register does not hold up the page", {
  at: "/register", before: (page) => holdBack(page, "**/register.json"),
}, async (page, letGo) => {
  await says(page, "The register is loading …");
  letGo();
  await search(page).waitFor();
});
