// The release bundle in a browser, as a person meets it. Screens are reached by role, label and id,
// and only here; each scenario also fails on a console error, a breach of the page's policy or a
// request beyond the app's own origin.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";
import { serve } from "../serve.js";

const driver = JSON.parse(readFileSync(new URL("../webdriver.json", import.meta.url), "utf8"));
const flags = driver["goog:chromeOptions"].args.filter((flag) => !flag.startsWith("--headless"));
const accessibility = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const desktop = { width: 1280, height: 800 };
const today = "2026-11-21";

let server, browser;
before(async () => {
  assert.ok(process.env.CHROMIUM, "CHROMIUM names no browser; run this through .ci/with");
  server = await serve();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * Opens the app at `options.at` on 21 November 2026 in New Zealand and runs `steps(page)`.
 * `options.before(page)` runs before the app is there; `options.expects` are the console errors that
 * belong to the scenario; a `bare` page is one that the program does not come to; the rest is for
 * the browser's context.
 */
export function scenario(name, { at = "/", before, expects = [], bare = false, ...rest }, steps) {
  test(name, async () => {
    const context = await browser.newContext({
      baseURL: server.address, locale: "en-NZ", timezoneId: "Pacific/Auckland", viewport: desktop, ...rest,
    });
    context.setDefaultTimeout(10_000);
    await context.clock.setFixedTime(`${today}T12:00:00+13:00`);
    const faults = [];
    context.on("page", (page) => watch(page, expects, faults));
    try {
      const page = await context.newPage();
      await before?.(page);
      await (bare ? page.goto(at) : open(page, at));
      await steps(page);
    } finally {
      await context.close();
    }
    assert.deepEqual(faults, [], "the page is quiet and keeps to its own origin");
  });
}

function watch(page, expects, faults) {
  const note = (text) => expects.some((expected) => expected.test(text)) || faults.push(text);
  page.on("pageerror", (error) => note(`error: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && note(`console: ${message.text()}`));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== server.address && !["blob:", "data:"].includes(protocol)) note(`request: ${request.url()}`);
  });
}

/** Goes to an address and waits until the program shows its page. */
export async function open(page, at) {
  await page.goto(at);
  await title(page).waitFor();
}

export const title = (page) => page.locator("h1#page-title");
export const region = (page, name) => page.getByRole("region", { name, exact: true });
export const button = (page, name) => page.getByRole("button", { name, exact: true });
/** The control or group for a dotted path of the draft. */
export const field = (page, path) => page.locator(`[id="field-${path.replaceAll(".", "-")}"]`);
export const day = (page) => page.locator("#on");
export const search = (page) => page.locator("#search");
export const hits = (page) => region(page, "Micro-credentials found").getByRole("listitem");

/** Waits until `read()` is deeply equal to what is wanted. */
export async function becomes(read, wanted, message) {
  const end = Date.now() + 5000;
  for (;;) {
    const found = await read();
    try {
      return assert.deepEqual(found, wanted, message);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const groups = {
  broken: "Breaks a rule", missing: "Not filled in yet", judgement: "For a person to judge",
  met: "Met, as far as a program can see", beside: "Does not apply",
};

/** The finding of a clause; it is unfolded and folded by its summary. */
export const finding = (page, clause) =>
  region(page, "Report").locator("li", { has: page.locator("summary").getByText(clause, { exact: true }) });

/** The clauses of the report by the heading that they stand under. */
export function report(page) {
  return page.evaluate((names) => {
    const all = {};
    for (const [key, name] of Object.entries(names)) {
      const group = [...document.querySelectorAll("aside details")].find((one) => one.querySelector("h3")?.textContent === name);
      all[key] = [...(group?.querySelectorAll("li summary .clause") ?? [])].map((clause) => clause.textContent);
    }
    return all;
  }, groups);
}

/** Where a clause stands in the report: a key of `groups`, or undefined. */
async function standing(page, clause) {
  return Object.entries(await report(page)).find(([, clauses]) => clauses.includes(clause))?.[0];
}

export const stands = (page, clause, wanted) => becomes(() => standing(page, clause), wanted, clause);

/** Shows one of the real cases. */
export async function example(page, name) {
  await button(page, name).click();
  await page.getByText(`${name} is open.`).waitFor();
}

/** Gives a file to the button with a label. */
export function giveFile(page, label, name, text) {
  const buffer = Buffer.from(typeof text === "string" ? text : JSON.stringify(text));
  return page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType: "application/json", buffer });
}

/** What is handed over as a file by a press of a button: its name and text. */
export async function takeFile(page, label) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, label).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** What the device keeps under a name. */
export const kept = (page, name) => page.evaluate((name) => localStorage.getItem(name), name);

/** Fails on anything that axe finds, with what and where. */
export async function isAccessible(page, where) {
  // There are no frames, so the builder's quick way will do; and only faults need their nodes told.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await axe.withTags(accessibility).analyze();
  const told = violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 4).map(({ target, any }) => `${id}: ${help}: ${target.join(" ")} ${any[0]?.message ?? ""}`));
  assert.deepEqual(told, [], where);
}

/** Fails where a person would have to scroll sideways. */
export async function fitsWidth(page, where) {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const beyond = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > width + 1);
    return [`${document.documentElement.scrollWidth} px`, ...beyond.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
  });
  assert.deepEqual(wide, [], where);
}
