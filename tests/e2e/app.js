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

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
const noon = "2026-11-21T12:00:00+13:00";

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
 * Opens the app at `options.at` and runs `steps(page)`. The clock stands at `options.now`, which is
 * noon on 21 November 2026 in New Zealand where nothing else is said; a `running` clock goes on from
 * there and can be put forward. `options.before(page)` runs before the app is there, and what it gives
 * is given to the steps; `options.expects` are the console errors that belong to the scenario; a `bare`
 * page is one that the program does not come to; the rest is for the browser's context.
 */
export function scenario(name, { at = "/", now = noon, running = false, before, expects = [], bare = false, ...rest }, steps) {
  test(name, async () => {
    const context = await browser.newContext({
      baseURL: server.address, locale: "en-NZ", timezoneId: "Pacific/Auckland", viewport: desktop, ...rest,
    });
    context.setDefaultTimeout(15_000);
    await (running ? context.clock.install({ time: now }) : context.clock.setFixedTime(now));
    const faults = [];
    context.on("page", (page) => watch(page, expects, faults));
    await context.addInitScript(() => addEventListener("securitypolicyviolation", (breach) =>
      console.error(`policy: ${breach.effectiveDirective} ${breach.blockedURI}`)));
    try {
      const page = await context.newPage();
      const prepared = await before?.(page);
      await (bare ? page.goto(at) : open(page, at));
      await steps(page, prepared);
    } finally {
      await context.close();
    }
    assert.deepEqual(faults, [], "the page is quiet and keeps to its own origin");
  });
}

function watch(page, expects, faults) {
  // A page that is left before its program has arrived aborts it.
  const expected = [...expects, /WebAssembly compilation aborted/];
  const note = (text) => expected.some((one) => one.test(text)) || faults.push(text);
  page.on("pageerror", (error) => note(`error: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && note(`console: ${message.text()}`));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== server.address && !["blob:", "data:"].includes(protocol)) note(`request: ${request.url()}`);
  });
}

/** Loads the page again and waits until the program shows it: to leave before is to abort the program. */
export async function reload(page) {
  await page.reload();
  await title(page).waitFor();
}

/** Goes to an address and waits until the program shows its page. */
export async function open(page, at) {
  await page.goto(at);
  await title(page).waitFor();
}

export const title = (page) => page.locator("h1#page-title");
export const region = (page, name) => page.getByRole("region", { name, exact: true });
export const button = (page, name) => page.getByRole("button", { name, exact: true });
/** A link of the header. */
export const nav = (page, name) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true });
export const says = (page, text) => page.getByText(text).first().waitFor();
/** The control or group for a dotted path of the draft. */
export const field = (page, path) => page.locator(`[id="field-${path.replaceAll(".", "-")}"]`);
export const day = (page) => field(page, "application.date");
export const search = (page) => page.getByRole("searchbox", { name: "Search the register" });
export const hits = (page) => region(page, "What was found").getByRole("listitem");
export const address = (page) => { const { pathname, search, hash } = new URL(page.url()); return pathname + search + hash; };

/** Holds back the answer to a request, until what this gives is called. */
export async function holdBack(page, path) {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route(path, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** Waits until `read()` is deeply equal to what is wanted. */
export async function becomes(read, wanted, message) {
  const end = Date.now() + 15_000;
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

/** What the rules of each date are called. */
export const rules = {
  first: "2018: 5 to 40 credits, reviewed every year", act: "August 2022: training schemes become micro-credentials",
  now: "2026: industry skills boards",
};

const groups = {
  broken: "Breaks a rule", missing: "Still to fill in", expected: "Worth improving",
  judgement: "For people to judge", information: "Good to know", met: "Met, as far as a program can see",
  notApplicable: "Doesn’t apply", funding: "Funding",
};

export const reportPanel = (page) => page.getByRole("complementary", { name: "Report" });
export const finding = (page, clause) => page.locator(`#finding-${clause}`);

/** The clauses of the report by the heading that they stand under. */
export function report(page) {
  return page.evaluate((names) => {
    const all = {};
    for (const [key, name] of Object.entries(names)) {
      const group = [...document.querySelectorAll("aside#report details")].find((one) => one.querySelector("h3")?.textContent === name);
      all[key] = [...(group?.querySelectorAll("[id^='finding-']") ?? [])].map((finding) => finding.id.slice("finding-".length));
    }
    return all;
  }, groups);
}

/** Where a clause stands in the report: a key of `groups`, or undefined. */
async function standing(page, clause) {
  return Object.entries(await report(page)).find(([, clauses]) => clauses.includes(clause))?.[0];
}

export const stands = (page, clause, group) => becomes(() => standing(page, clause), group, clause);

/** A part of the report that is folded away, by its heading. */
export const reportGroup = (page, heading) => reportPanel(page).getByRole("group").filter({ has: page.getByRole("heading", { name: heading, exact: true }) });

/** The verdict in a sentence. */
export const verdict = (page) => page.locator("#report .verdict");

/** Chooses a line of a menu, which is opened by the button with a name. */
export async function choose(page, menu, line) {
  await button(page, menu).click();
  await button(page, line).click();
}

/** What the page says while an example is tried. */
export const scratchBar = (page) => page.getByRole("status").filter({ hasText: "You’re trying an example." });

/** Opens one of the real cases. */
export async function example(page, name) {
  await choose(page, "More", name);
  await scratchBar(page).getByText(name).waitFor();
}

/** Goes from an example to the own draft. */
export async function backToOwn(page) {
  await page.getByRole("link", { name: "Back to your draft" }).click();
  await scratchBar(page).waitFor({ state: "detached" });
}

/** The list of earlier versions, unfolded. */
export async function earlierVersions(page) {
  const list = page.getByRole("group").filter({ has: page.getByText("Earlier versions (") });
  if (!(await list.evaluate((details) => details.open))) await list.locator("summary").click();
  return list;
}

/** Puts an earlier version of the draft with a title on screen again. */
export async function restore(page, title) {
  await (await earlierVersions(page)).getByRole("button", { name: `Restore ${title},` }).first().click();
}

/** Gives a file to the file input with a label; its content is text, bytes, or what is written as JSON. */
export function giveFile(page, label, name, content) {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  return page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType: "application/json", buffer });
}

export const openDraft = (page, name, content) => giveFile(page, "Open a draft file", name, content);

/** What is handed over as a file by a press of a button: its name and text. */
export async function takeFile(page, label) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, label).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** What the device keeps under a name. */
export const kept = (page, name) => page.evaluate((name) => localStorage.getItem(name), name);

/** Puts a text on the device as another window does: this page's window hears of it only by an event, which is not sent here. */
export const keepBehind = (page, name, text) => page.evaluate(([name, text]) => localStorage.setItem(name, text), [name, text]);

/** Waits until the browser has drawn what has changed. */
export const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));

/** What has the focus: its id, or else its name. */
export const focused = (page) => page.evaluate(() => {
  const { activeElement: one, body } = document;
  return one === body ? "nothing" : one.id || one.getAttribute("aria-label") || one.textContent.trim();
});

/** Goes on by Tab until something has the focus; gives all that had it on the way. */
export async function tabTo(page, wanted) {
  const seen = [];
  while (seen.at(-1) !== wanted) {
    assert.ok(seen.length < 250, `${wanted} is never reached, but: ${seen.join(", ")}`);
    await page.keyboard.press("Tab");
    seen.push(await focused(page));
  }
  return seen;
}

/** Fails where the focus is lost, so that somebody without a mouse has to start from the top again. */
export async function keepsFocus(page, after) {
  await drawn(page);
  await becomes(async () => (await focused(page)) === "nothing", false, `the focus is lost after: ${after}`);
}

/** The text that is on screen, folded parts left out. */
export const shownText = (page, selector = "body") => page.evaluate((selector) => {
  const texts = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  const shown = [];
  while (texts.nextNode()) {
    if (texts.currentNode.parentElement.checkVisibility({ visibilityProperty: true })) shown.push(texts.currentNode.data);
  }
  return shown.join("\n");
}, selector);

/** Waits until nothing moves or fades any more, but for what moves for ever. */
const comesToRest = (page) => page.evaluate(() => Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished)));

// The rules of axe that go by colours: all that can differ between light and dark.
export const ofColours = ["color-contrast", "link-in-text-block"];

/**
 * Fails on anything that axe finds, with what and where. It looks `within` a selector only, by `only`
 * these rules, or leaves some of its rules `out`.
 */
export async function isAccessible(page, where, { within = "html", only, out = [] } = {}) {
  await comesToRest(page);
  // There are no frames, so the builder's quick way will do; and only faults need their elements.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] }).include(within);
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(accessibility).disableRules(out)).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 4).map(({ target, any }) => `${id}: ${help}: ${target.join(" ")} ${any[0]?.message ?? ""}`));
  assert.deepEqual(found, [], where);
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
