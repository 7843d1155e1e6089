// The gallery: every component in each of its states, so that no state goes unseen by the checks.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { becomes, button, desktop, fitsWidth, focused, isAccessible, scenario } from "./e2e/app.js";
import { isValidHtml } from "./e2e/html.js";

const at = "/gallery";
const [narrow, phone] = [{ width: 320, height: 640 }, { width: 390, height: 844 }];

test("the release has no gallery", () => {
  const hasGallery = (bundle) => {
    const folder = new URL(`../${bundle}/`, import.meta.url);
    const program = readdirSync(folder).find((name) => name.endsWith(".wasm"));
    return readFileSync(new URL(program, folder)).includes("Every component in each of its states");
  };
  assert.deepEqual([hasGallery("target/gallery"), hasGallery("dist")], [true, false]);
});

async function isAccessibleInBoth(page, where) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await isAccessible(page, `${where}, ${colorScheme}`);
  }
}

scenario("all components", { at }, async (page) => {
  await isValidHtml(`<!DOCTYPE html>${await page.evaluate(() => document.documentElement.outerHTML)}`, "the gallery");
  for (const viewport of [narrow, phone, desktop]) {
    await page.setViewportSize(viewport);
    await fitsWidth(page, `the gallery at ${viewport.width} px`);
  }
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport);
    await isAccessibleInBoth(page, `the gallery at ${viewport.width} px`);
  }
});

scenario("toasts and offers", { at, reducedMotion: "reduce" }, async (page) => {
  await button(page, "Show a toast").click();
  await button(page, "Show a toast with undo").click();
  await page.getByRole("combobox", { name: "Find an entry" }).fill("forestry leadership");
  await page.keyboard.press("ArrowDown");
  await page.getByRole("option", { name: /Forestry Leadership/, selected: true }).waitFor();
  await isAccessibleInBoth(page, "toasts and offers");
});

scenario("the example has findings of every group", { at }, async (page) => {
  for (const group of ["broken", "expected", "missing", "judgement", "information", "met", "unclear", "unchecked", "apart"]) {
    await page.locator(`#report details.${group}:visible`).first().waitFor();
  }
  await page.getByText("“about 300” under “Total notional hours of learning” isn’t").first().waitFor();
});

scenario("the steps of a map", { at }, async (page) => {
  const maps = page.getByRole("region", { name: "Maps" });
  const places = () => maps.locator(".stairs").evaluateAll((pictures) => pictures.map((picture) => {
    const place = (one) => { const { left, right, top, bottom } = one.getBoundingClientRect(); return { left, right, top, bottom }; };
    return { lines: [...picture.querySelectorAll(".block, line")].map(place), words: [...picture.querySelectorAll("foreignObject, text")].map(place), numbers: [...picture.querySelectorAll("text")].map(place) };
  }));
  const crosses = (one, other) => one.left + 1 < other.right && other.left + 1 < one.right && one.top + 1 < other.bottom && other.top + 1 < one.bottom;
  const wide = page.viewportSize();
  for (const size of [phone, { ...phone, width: 320 }, wide]) {
    await page.setViewportSize(size);
    const pictures = await places();
    assert.equal(pictures.length, 4);
    for (const { lines, words, numbers } of pictures) {
      const grown = lines.map(({ left, right, top, bottom }) => ({ left: left - 0.5, right: right + 0.5, top: top - 0.5, bottom: bottom + 0.5 }));
      assert.deepEqual(words.filter((word) => grown.some((line) => crosses(word, line))), [], `a line crosses a label at ${size.width}`);
      assert.deepEqual(numbers.filter((one, at) => numbers.some((other, place) => place > at && crosses(one, other))), [], `numbers overlap at ${size.width}`);
      assert.ok(words.every(({ right }) => right <= size.width), `nothing leaves the screen at ${size.width}`);
    }
  }
  const heights = await maps.locator(".stairs").nth(1).locator(".block").evaluateAll((blocks) => blocks.map((block) => Math.round(block.getBoundingClientRect().height / 18)));
  assert.deepEqual(heights, [2, 3, 4, 4, 5, 6], "a step is as high as its level");
  const first = maps.locator(".stairs a").first();
  await first.focus();
  await page.keyboard.press("ArrowRight");
  await becomes(() => focused(page), "half-stair-2");
  await page.setViewportSize(phone);
  assert.equal(await maps.locator(".stairs:visible").count(), 4, "a phone has the picture too");
  assert.equal(await maps.locator(".map-steps").count(), 5, "two goals have a list and no stairs");
});
