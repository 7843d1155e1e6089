// The gallery: every component in each of its states, so that no state goes unseen by the checks.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { button, desktop, fitsWidth, isAccessible, scenario } from "./e2e/app.js";
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
  await page.getByRole("combobox", { name: "Add an example" }).fill("tree");
  await page.keyboard.press("ArrowDown");
  await page.getByRole("option", { name: /^Example: Tree Planting/, selected: true }).waitFor();
  await isAccessibleInBoth(page, "toasts and offers");
});

scenario("the example has findings of every group", { at }, async (page) => {
  for (const group of ["broken", "expected", "missing", "judgement", "information", "met", "unclear", "unchecked", "apart"]) {
    await page.locator(`#report details.${group}:visible`).first().waitFor();
  }
  await page.getByText("“about 300” under “Total notional hours of learning” isn’t").first().waitFor();
});
