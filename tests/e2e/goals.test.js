// Several goals at once, from the keyboard, on a phone, and from links that are odd.
import assert from "node:assert/strict";
import { certificate as certificateKey } from "../pages.js";
import { becomes, button, fitsWidth, focused, isAccessible, open, phone, region, scenario } from "./app.js";

const certificate = "New Zealand Certificate in Forestry Leadership (Level 5)";
const answer = (page) => region(page, "Where you stand");
const each = (page) => answer(page).getByRole("listitem");
const cards = (page) => page.locator(".goal-card");

scenario("two goals by keyboard on a phone, and one of them given up", { at: `/pathways#hold=core-forestry-leadership&goal=${certificateKey}`, viewport: phone }, async (page) => {
  await button(page, "Add another goal").focus();
  await page.keyboard.press("Enter");
  await becomes(() => focused(page), "goal");
  await page.keyboard.type("ncea level 2");
  await page.getByRole("option", { name: "NCEA Level 2" }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await becomes(() => focused(page), "answer-title");
  await answer(page).getByText("That’s one plan for your 2 goals.").waitFor();
  await becomes(() => each(page).count(), 2);
  await page.getByText(`Counts towards ${certificate}.`).first().waitFor();
  await fitsWidth(page, "two goals on a phone");
  await isAccessible(page, "two goals");
  await open(page, "/pathways");
  await becomes(() => cards(page).count(), 2, "the device keeps both");
  await button(page, `Remove this goal: ${certificate}`).focus();
  await page.keyboard.press("Enter");
  await becomes(() => focused(page), "goal-title");
  await becomes(() => cards(page).count(), 1);
  await button(page, "Undo").last().click();
  await becomes(() => cards(page).getByRole("link").allTextContents(), [certificate, "NCEA Level 2"], "in the place where it was");
});

scenario("a link with goals that are unknown, there twice, and many", { at: `/pathways#goal=nothing&goal=${certificateKey}&goal=${certificateKey}&goal=%3Cb%3E` }, async (page) => {
  await becomes(() => each(page).count(), 3);
  await answer(page).getByText("That’s one plan for 1 of your 3 goals.").waitFor();
  await each(page).filter({ hasText: "<b>" }).getByText("This goal isn’t on this register.").waitFor();
  const { qualifications } = await (await page.request.get("/register.json")).json();
  const keys = qualifications.slice(0, 20).map(({ key }) => key);
  await page.goto("about:blank");
  await open(page, `/pathways#${keys.map((key) => `goal=${key}`).join("&")}`);
  await becomes(() => each(page).count(), 20);
  assert.equal(await page.locator("svg.stairs").count(), 0);
});
