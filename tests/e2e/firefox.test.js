// The release bundle in Firefox: each page works, and nothing is written to the console.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "puppeteer-core";
import { serve } from "../serve.js";

let server, browser;
before(async () => {
  assert.ok(process.env.FIREFOX, "FIREFOX names no browser; run this through .ci/with");
  server = await serve();
  browser = await launch({ browser: "firefox", executablePath: process.env.FIREFOX, headless: true });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens an address, runs `steps(page)` and fails on anything that Firefox complains of. */
async function inFirefox(at, steps) {
  const page = await browser.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(server.address + at);
  await page.waitForSelector("h1#page-title");
  await steps(page);
  await page.close();
  assert.deepEqual(faults, []);
}

const textOf = (page, selector) => page.$eval(selector, (element) => element.innerText);
/** Waits until an element says something else than before. */
const changes = (page, selector, text) =>
  page.waitForFunction((selector, text) => document.querySelector(selector).innerText !== text, {}, selector, text);

test("the first page leads to the others", () => inFirefox("/", async (page) => {
  const heading = await textOf(page, "h1#page-title");
  await page.locator("header nav a[href='/draft']").click();
  await changes(page, "h1#page-title", heading);
  assert.equal(new URL(page.url()).pathname, "/draft");
}));

test("a draft is checked as it is typed", () => inFirefox("/draft", async (page) => {
  const report = await textOf(page, "#report");
  await page.locator("#field-title").fill("Tree planting");
  await changes(page, "#report", report);
}));

test("the register is searched", () => inFirefox("/register", async (page) => {
  const first = "main a[href^='/register/credential/']";
  await page.waitForSelector(first);
  assert.notEqual(await textOf(page, first), "Core Forestry Leadership");
  await page.locator("#search").fill("core forestry leadership");
  await page.waitForFunction((first) => document.querySelector(first)?.innerText === "Core Forestry Leadership", {}, first);
}));

test("pathways lead on from what is held", () => inFirefox("/pathways#hold=core-forestry-leadership", async (page) => {
  await page.waitForSelector("main a[href^='/register/qualification/']");
}));
