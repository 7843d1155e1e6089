// Lighthouse's view of every page of the release bundle on a slow phone. Speed is printed; layout
// that jumps, or anything to find in the other categories, fails.
import { readFileSync } from "node:fs";
import lighthouse from "lighthouse";
import { launch } from "puppeteer-core";
import { pages } from "./pages.js";
import { serve } from "./serve.js";

const categories = ["performance", "accessibility", "best-practices", "seo"];
const allowedShift = 0.02;
const driver = JSON.parse(readFileSync(new URL("webdriver.json", import.meta.url), "utf8"));
const flags = driver["goog:chromeOptions"].args.filter((flag) => !flag.startsWith("--headless"));

/** Lighthouse's result for an address, in a browser of its own so that no page profits from another. */
async function audit(address, attempts = 3) {
  const browser = await launch({ executablePath: process.env.CHROMIUM, args: flags });
  try {
    const { lhr } = await lighthouse(address, { logLevel: "error", onlyCategories: categories }, undefined, await browser.newPage());
    if (!lhr.runtimeError) return lhr;
    // Chromium's trace now and then lacks its beginning, which says nothing about the page.
    if (lhr.runtimeError.code !== "NO_NAVSTART" || attempts === 1) throw new Error(lhr.runtimeError.message);
  } finally {
    await browser.close();
  }
  return audit(address, attempts - 1);
}

/** What is not as it should be, in words. */
function faultsIn({ audits, categories: found }) {
  const shift = audits["cumulative-layout-shift"].numericValue;
  const faults = categories.slice(1).flatMap((category) => found[category].auditRefs)
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${audits[id].title} (${id})`);
  return shift > allowedShift ? [...faults, `the layout shifts by more than ${allowedShift}`] : faults;
}

const server = await serve();
console.log(`${[...categories, "layout shift"].join("  ")}  page`);
try {
  for (const [name, at] of pages) {
    const result = await audit(server.address + at);
    const scores = categories.map((category) => String(Math.round(result.categories[category].score * 100)).padStart(category.length));
    const shift = result.audits["cumulative-layout-shift"].numericValue.toFixed(3).padStart("layout shift".length);
    console.log(`${[...scores, shift].join("  ")}  ${name}`);
    for (const fault of faultsIn(result)) {
      console.error(`  ${fault}`);
      process.exitCode = 1;
    }
  }
} finally {
  await server.close();
}
