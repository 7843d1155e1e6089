// Every page and state: valid HTML, nothing for axe to find, nothing to scroll sideways, nothing
// that jumps while the page comes together.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import {
  address, becomes, button, desktop, drawn, example, field, fitsWidth, hits, holdBack, isAccessible, ofColours, open, openDraft, phone, reload,
  says, scenario, stands, title,
} from "./app.js";
import { isValidHtml } from "./html.js";
import { certificate, pages } from "../pages.js";

const widths = [320, 390, 768, 1440, 1920];
const settled = {
  "the first page": (page) => page.locator(".miniature.pathway .goal").waitFor(),
  "pathways with nothing": (page) => says(page, "Nothing yet."),
  "pathways with holdings and a goal": (page) => page.getByRole("group", { name: "Ways to get there" }).waitFor(),
  "the register": (page) => hits(page).first().waitFor(),
};

test("the page before the program is valid HTML", () =>
  isValidHtml(readFileSync(new URL("../../dist/index.html", import.meta.url), "utf8"), "dist/index.html"));

/** Signs beside words that a screen reader would read aloud: "black right-pointing triangle". */
const spokenGlyphs = (page) => page.evaluate(() => {
  const glyph = /[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff]/;
  const found = [];
  for (const one of document.body.querySelectorAll("*")) {
    if (one.closest("[aria-hidden='true']")) continue;
    const own = [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(" ");
    // The text after a stroke takes the place of a sign that the style sheet adds.
    const added = ["::before", "::after"].map((part) => getComputedStyle(one, part).content).filter((content) => !content.includes("/"));
    if (glyph.test(own + one.ariaLabel + added)) found.push(one.outerHTML.slice(0, 100));
  }
  return found;
});

/** States of the pages that no address leads to, each with the way to it. */
const states = [
  ["a draft with an example", "/draft", (page) => example(page, "Pre-flight Security")],
  ["a draft with everything that can be shown", "/draft", async (page) => {
    await field(page, "credits").fill("60");
    await button(page, "Add an outcome").click();
    await button(page, "Remove outcome 1").click();
    await openDraft(page, "odd.json", {
      format: "waymark.draft/1", title: "A very long title of a national diploma ".repeat(5), credits: "many", level: 12, mood: "good",
      application: { date: "5/3/26" }, applicant: { type: "pte", funds: ["DQ3-7"] }, need: { evidence: [{ party: "employer", date: "in March" }] },
      outcomes: [{ id: "o1", text: "Plant" }], assessment: { items: [{ id: "a1", summative: true, outcome_ids: ["o1"] }] },
    });
    await says(page, "odd.json is open.");
    await page.getByText("Earlier versions (").click();
    await page.locator("#report details:not([hidden])").evaluateAll((groups) => groups.forEach((group) => { group.open = true; }));
  }],
  ["the first page with a draft", "/draft", async (page) => {
    await field(page, "title").fill("Tree planting");
    await page.getByRole("link", { name: "Waymark", exact: true }).click();
    await page.getByRole("link", { name: "Carry on" }).waitFor();
  }],
  ["a pathway that came with a link", "/pathways", async (page) => {
    await page.evaluate(() => localStorage.setItem("waymark.pathways", "\nlog-scaling"));
    await open(page, "/");
    await open(page, `/pathways#hold=core-forestry-leadership&goal=${certificate}`);
    await says(page, "This pathway came with a link.");
  }],
  ["something that is tried out, with two plans compared", "/pathways", async (page) => {
    await page.evaluate((goal) => localStorage.setItem("waymark.pathways", `${goal}\ncore-forestry-leadership`), certificate);
    await reload(page);
    for (const name of ["Business", "Operations"]) {
      await button(page, "Keep this plan").click();
      await page.getByLabel("Name of the plan").fill(name);
      await button(page, "Save").click();
      await page.locator("#way-2").check();
    }
    await page.getByText("Compare 2 plans").click();
    await button(page, "Rename Business").click();
    await button(page, "Try something out").click();
    await says(page, "You’re trying something out.");
  }],
  ["a rule with all its examples", "/rules/need-is-evidenced", (page) => page.getByText(/^All \d+ examples$/).click()],
  ["two dates side by side with a draft", "/draft", async (page) => {
    await field(page, "credits").fill("4");
    await open(page, "/draft/compare?on=2019-06-01");
    await page.locator(".changes > li").first().waitFor();
  }],
  ["filters and no hits", "/register?level=5&level=99&q=xyzzy", (page) => says(page, "Nothing found.")],
];

/** Fails on anything that axe finds in light, and on anything that colours change in dark. */
async function isAccessibleInBoth(page, where, options = {}) {
  await page.emulateMedia({ colorScheme: "light" });
  await isAccessible(page, `${where}, light`, options);
  await page.emulateMedia({ colorScheme: "dark" });
  await isAccessible(page, `${where}, dark`, { within: options.within, only: ofColours });
}

describe("every page", { concurrency: 2 }, () => {
  for (const [name, at, reach] of [...pages.map(([name, at]) => [name, at, settled[name]]), ...states]) {
    scenario(name, { at }, async (page) => {
      await reach?.(page);
      await isValidHtml(`<!DOCTYPE html>${await page.evaluate(() => document.documentElement.outerHTML)}`, name);
      assert.deepEqual(await spokenGlyphs(page), [], name);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await fitsWidth(page, `${name} at ${width} px`);
      }
      for (const viewport of [phone, desktop]) {
        await page.setViewportSize(viewport);
        await isAccessibleInBoth(page, `${name}, ${viewport.width} px`);
      }
    });
  }

  // axe doesn't know that a popover lies above everything, and takes what is below for obscuring.
  const out = ["target-size"];

  scenario("open sheets and menus", { at: "/draft", viewport: phone }, async (page) => {
    await field(page, "credits").fill("60");
    for (const [opener, within] of [
      [button(page, "Parts"), "#parts"],
      [button(page, /to fix · .* to fill in/), "#report"],
      [button(page, "More"), "#draft-menu"],
      [button(page, "Rules on other dates"), "#other-days"],
    ]) {
      await opener.click();
      await becomes(() => page.locator(within).isVisible(), true);
      await drawn(page);
      await fitsWidth(page, within);
      await isAccessibleInBoth(page, within, { within, out });
      await page.keyboard.press("Escape");
      await becomes(() => page.locator(within).isVisible(), false);
    }
  });

  scenario("an open combobox and open filters", { at: "/pathways", viewport: phone }, async (page) => {
    await page.getByRole("combobox", { name: "Add something you’ve done" }).fill("forestry");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await fitsWidth(page, "the combobox");
    await isAccessibleInBoth(page, "the combobox", { within: "main" });
    await open(page, "/draft");
    await field(page, "nzsced").fill("health");
    await page.keyboard.press("ArrowDown");
    await fitsWidth(page, "the fields of study");
    await isAccessibleInBoth(page, "the fields of study", { within: ".draft-form", out });
    await open(page, "/register");
    await button(page, "Filters").click();
    await page.getByRole("checkbox").first().waitFor();
    await fitsWidth(page, "the filters");
    await isAccessibleInBoth(page, "the filters", { within: "#facets", out });
  });

  scenario("forced colours", { at: "/draft", forcedColors: "active" }, async (page) => {
    await field(page, "credits").fill("60");
    await stands(page, "LIST-08", "broken");
    await isAccessible(page, "the draft in forced colours");
    await open(page, "/pathways#hold=core-forestry-leadership");
    await says(page, "Where what you’ve done leads");
    await isAccessible(page, "pathways in forced colours");
  });
});

const allowedShift = 0.02;

/** Adds up how far the layout shifts from now on, from before the first paint. */
const watchShifts = (page) => page.addInitScript(() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      window.shifts.push({ value, moved: sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.nodeName) });
    }
  }).observe({ type: "layout-shift", buffered: true });
});

/** Fails where the layout has shifted, with what has moved. */
async function isStill(page, where) {
  await drawn(page);
  const shifts = await page.evaluate(() => window.shifts);
  const sum = shifts.reduce((sum, { value }) => sum + value, 0);
  assert.ok(sum <= allowedShift, `${where}: ${sum.toFixed(3)} ${JSON.stringify(shifts, null, 1)}`);
}

/** Where the words of the header and the heading stand. */
const places = (page) => page.evaluate(async () => {
  await document.fonts.ready;
  const seen = [...document.querySelectorAll(".site-header a, h1, .lead")].filter((one) => one.checkVisibility());
  return Object.fromEntries(seen.map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [one.textContent.trim(), [x, y, width, height].map(Math.round)];
  }));
});

const arrived = {
  ...settled,
  "a micro-credential": (page) => page.getByRole("heading", { name: "Facts" }).waitFor(),
  "a qualification": (page) => page.getByRole("heading", { name: "Facts" }).waitFor(),
};

describe("nothing jumps", { concurrency: 2 }, () => {
  for (const [name, at] of pages) {
    for (const viewport of [phone, desktop]) {
      // What is fetched comes late.
      scenario(`${name}, ${viewport.width} px`, {
        at, viewport, bare: true,
        before: async (page) => {
          await watchShifts(page);
          return holdBack(page, /\/(register\.json|rule-manuals\.json|rule-pages\/.*)$/);
        },
      }, async (page, letGo) => {
        await page.locator("#static").waitFor({ state: "detached" });
        await drawn(page);
        letGo();
        await title(page).waitFor();
        await arrived[name]?.(page);
        await isStill(page, name);
      });
    }
  }

  for (const at of ["/", "/pathways", "/register", "/draft"]) {
    for (const viewport of [phone, desktop]) {
      scenario(`${at}, ${viewport.width} px, becomes itself in place`, { at, viewport, bare: true, before: (page) => holdBack(page, "**/*.wasm") }, async (page, letGo) => {
        await says(page, "Waymark is loading …");
        const before = await places(page);
        assert.ok(Object.keys(before).length >= 4);
        letGo();
        await title(page).waitFor();
        await page.locator("#static").waitFor({ state: "detached" });
        const after = await places(page);
        for (const [text, place] of Object.entries(before)) assert.deepEqual(after[text], place, text);
      });
    }
  }

  scenario("a page of which a part has arrived", { viewport: phone, bare: true, before: (page) => holdBack(page, "**/*.wasm") }, async (page) => {
    const name = page.locator("#static .wordmark");
    await name.waitFor();
    await page.evaluate(() => document.getElementById("loading").remove());
    assert.equal(await name.isVisible(), false);
  });

  scenario("a kept draft and pathway", { at: "/", before: async (page) => {
    await watchShifts(page);
    await page.addInitScript(() => {
      localStorage.setItem("waymark.draft", '{"format":"waymark.draft/1","title":"Tree planting","credits":60,"applicant":{"type":"pte"}}');
      localStorage.setItem("waymark.pathways", "\ncore-forestry-leadership");
    });
  } }, async (page) => {
    await page.getByRole("link", { name: "Carry on" }).waitFor();
    await settled["the first page"](page);
    await isStill(page, "the first page with a draft");
    await open(page, "/draft");
    await stands(page, "LIST-08", "broken");
    await isStill(page, "a kept draft");
    await open(page, "/pathways");
    await says(page, "Where what you’ve done leads");
    await isStill(page, "a kept pathway");
    assert.equal(address(page), "/pathways");
  });
});
