// Trying things out beside one's own record, and plans that are kept and compared.
import assert from "node:assert/strict";
import {
  address, becomes, button, fitsWidth, focused, isAccessible, keepBehind, keepsFocus, kept, nav, open, phone, region, reload, says,
  scenario, tabTo,
} from "./app.js";
import { certificate } from "../pages.js";

const recordKey = "waymark.pathways";
const plansKey = "waymark.plans";
const core = "Core Forestry Leadership";
const record = (page) => region(page, "What you’ve done");
const titlesOf = (page) => record(page).locator(".done-list > li").getByRole("link").allTextContents();
const trial = (page) => page.locator("#trial-title");
const plans = (page) => region(page, "Your plans");
/** The names at the heads of the columns. */
const compared = async (page) => (await plans(page).getByRole("columnheader").allTextContents()).slice(1);
const keptNames = async (page) => JSON.parse(await kept(page, plansKey)).plans.map(({ name }) => name);

/** A device with a record: one micro-credential towards a certificate, to which two ways lead. */
const withRecord = (texts = {}) => (page) => page.addInitScript((texts) => {
  for (const [name, text] of Object.entries(texts)) if (localStorage.getItem(name) === null) localStorage.setItem(name, text);
}, { [recordKey]: `${certificate}\ncore-forestry-leadership`, ...texts });

const opened = { at: "/pathways", before: withRecord() };

/** Presses a button that has an id or a name, by keyboard. */
async function press(page, name) {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** Keeps the way on screen by a name. */
async function keep(page, name) {
  await button(page, "Keep this plan").click();
  await page.getByLabel("Name of the plan").fill(name);
  await button(page, "Save").click();
  await says(page, `“${name}” is kept.`);
}

scenario("by keyboard on a phone, something is tried out, left, and made one’s own", { ...opened, viewport: phone }, async (page) => {
  const before = await kept(page, recordKey);
  await press(page, "Try something out");
  await becomes(() => focused(page), "trial-title");
  await tabTo(page, "add");
  await page.keyboard.type("log scaling");
  await page.getByRole("option", { name: "Log Scaling" }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await becomes(() => titlesOf(page), [core, "Log Scaling"]);
  await record(page).getByText("On screen only: it isn’t kept.").waitFor();
  await fitsWidth(page, "a trial on a phone");
  await nav(page, "Register").focus();
  await page.keyboard.press("Enter");
  await becomes(() => address(page), "/register");
  await nav(page, "Pathways").focus();
  await page.keyboard.press("Enter");
  await trial(page).waitFor();
  await becomes(() => titlesOf(page), [core, "Log Scaling"], "it is still there");
  await press(page, "Go back to my record");
  await becomes(() => titlesOf(page), [core]);
  await becomes(() => focused(page), "done-title");
  assert.equal(await kept(page, recordKey), before, "nothing of it is kept");
  await button(page, "Undo").last().focus();
  await page.keyboard.press("Enter");
  await becomes(() => titlesOf(page), [core, "Log Scaling"]);
  assert.equal(await kept(page, recordKey), before);
  await press(page, "Make this my record");
  await becomes(() => trial(page).count(), 0);
  await becomes(() => focused(page), "done-title");
  assert.match(await kept(page, recordKey), /log-scaling/);
  await button(page, "Undo").last().focus();
  await page.keyboard.press("Enter");
  await trial(page).waitFor();
  await becomes(async () => /log-scaling/.test(await kept(page, recordKey)), false, "the record is as it was");
  await reload(page);
  await becomes(() => titlesOf(page), [core]);
  assert.equal(await trial(page).count(), 0);
});

scenario("by keyboard on a phone, plans are kept, compared, renamed, removed and opened", { ...opened, viewport: phone }, async (page) => {
  const before = await kept(page, recordKey);
  const keepAs = async (name) => {
    await press(page, "keep-plan");
    await becomes(() => focused(page), "plan-name");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await says(page, `“${name}” is kept.`);
    await becomes(() => focused(page), "keep-plan");
  };
  await keepAs("Business");
  await page.locator("#way-2").focus();
  await page.keyboard.press("Space");
  await keepAs("Operations");
  await press(page, "Compare 2 plans");
  await becomes(() => compared(page), ["Business", "Operations"]);
  for (const cell of ["One micro-credential", "40 credits", "Business Forestry Leadership", "Operational Forestry Leadership"]) {
    await plans(page).getByRole("cell", { name: cell }).first().waitFor();
  }
  await fitsWidth(page, "two plans on a phone");

  await press(page, "Rename Business");
  await becomes(() => focused(page), "plan-name");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("People and business");
  await page.keyboard.press("Enter");
  await becomes(() => compared(page), ["People and business", "Operations"]);
  await becomes(() => focused(page), "plans-title");

  await press(page, "Remove People and business");
  await becomes(() => compared(page), ["Operations"]);
  await becomes(() => focused(page), "plans-title");
  await press(page, "Undo");
  await becomes(() => compared(page), ["People and business", "Operations"], "in the place where it was");

  await page.locator("#way-1").focus();
  await page.keyboard.press("Space");
  await press(page, "Open Operations");
  await becomes(() => focused(page), "trial-title");
  await says(page, "This is your plan “Operations”.");
  await becomes(() => page.locator("#way-2").isChecked(), true, "the way that was kept is chosen");
  const stored = await kept(page, plansKey);
  await button(page, `Remove ${core}`).focus();
  await page.keyboard.press("Enter");
  await becomes(() => titlesOf(page), []);
  assert.equal(await kept(page, plansKey), stored, "the plan stays as it is");
  assert.equal(await kept(page, recordKey), before, "and so does the record");
  await isAccessible(page, "the comparison open and a plan on screen");
  await press(page, "Go back to my record");
  await becomes(() => titlesOf(page), [core]);

  await reload(page);
  await plans(page).getByText("Compare 2 plans").click();
  await becomes(() => compared(page), ["People and business", "Operations"], "the device keeps both");
});

scenario("the last plan is removed and the focus stays", opened, async (page) => {
  await keep(page, "Business");
  await plans(page).getByText("Show 1 plan").click();
  await button(page, "Remove Business").focus();
  await page.keyboard.press("Enter");
  await becomes(() => plans(page).count(), 0);
  await keepsFocus(page, "the removal of the last plan");
  await button(page, "Undo").click();
  await becomes(() => compared(page), ["Business"]);
});

scenario("a name that is taken gets a number, and no name means the one that stood there", opened, async (page) => {
  for (const name of ["Business", ""]) {
    await button(page, "Keep this plan").click();
    await page.getByLabel("Name of the plan").fill(name);
    await button(page, "Save").click();
  }
  await plans(page).getByText("Compare 2 plans").click();
  await becomes(() => compared(page), ["Business", "New Zealand Certificate in Forestry Leadership (Level 5)"]);
  await button(page, "Rename New Zealand Certificate in Forestry Leadership (Level 5)").click();
  await page.getByLabel("Name of the plan").fill("Business");
  await button(page, "Save").click();
  await becomes(() => compared(page), ["Business", "Business (2)"]);
  await button(page, "Rename Business").click();
  await page.getByLabel("Name of the plan").fill("Else");
  await button(page, "Cancel").click();
  await becomes(() => compared(page), ["Business", "Business (2)"]);
});

scenario("the plans of two windows add up", opened, async (page) => {
  const other = await page.context().newPage();
  await withRecord()(other);
  await open(other, "/pathways");
  await keep(page, "Here");
  await plans(other).getByText("Show 1 plan").waitFor();
  await keep(other, "There");
  await plans(page).getByText("Compare 2 plans").click();
  await becomes(() => compared(page), ["Here", "There"]);
  const file = JSON.parse(await kept(page, plansKey));
  await keepBehind(page, plansKey, JSON.stringify({ ...file, plans: [...file.plans, { ...file.plans[0], name: "Unheard of" }] }));
  await keep(page, "Last");
  await becomes(() => compared(page), ["Here", "There", "Unheard of", "Last"]);
});

scenario("a link’s pathway is kept as a plan beside one’s own", { at: "/pathways", before: withRecord({ [recordKey]: "\nlog-scaling" }) }, async (page) => {
  const before = await kept(page, recordKey);
  await page.evaluate((goal) => { location.hash = `hold=core-forestry-leadership&goal=${goal}`; }, certificate);
  await says(page, "This pathway came with a link.");
  await keep(page, "From a link");
  await button(page, "Show mine").click();
  await becomes(() => titlesOf(page), ["Log Scaling"]);
  await plans(page).getByText("Show 1 plan").click();
  await button(page, "Open From a link").click();
  await says(page, "This is your plan “From a link”.");
  await becomes(() => titlesOf(page), [core]);
  assert.equal(address(page), "/pathways", "nothing of it is in the address");
  assert.equal(await kept(page, recordKey), before);
});

scenario("a plan whose way is no longer found says so, and one that cannot be understood stays", {
  at: "/pathways",
  before: withRecord({ [plansKey]: JSON.stringify({
    format: "waymark.plans/1", mood: "good",
    plans: [
      { name: "Old", pathway: { holdings: [], goals: [certificate] }, prefer: "credits", steps: [{ credential: "no-longer-there" }], colour: "red" },
      { name: 7 }, "nothing",
    ],
  }) }),
}, async (page) => {
  await plans(page).getByText("Show 1 plan").click();
  await plans(page).getByText("These steps are no longer among the ways found.").waitFor();
  await plans(page).getByText("no-longer-there").waitFor();
  await keep(page, "New");
  const file = JSON.parse(await kept(page, plansKey));
  assert.equal(file.mood, "good");
  assert.deepEqual(file.plans.slice(2), [{ name: 7 }, "nothing"]);
  assert.deepEqual(await keptNames(page).then((names) => names.slice(0, 2)), ["Old", "New"]);
  assert.equal(file.plans[0].colour, "red");
});

scenario("plans that cannot be read are put aside", { at: "/pathways", before: withRecord({ [plansKey]: "{ not plans" }) }, async (page) => {
  await says(page, "What you’ve done");
  assert.equal(await plans(page).count(), 0);
  assert.equal(await kept(page, plansKey), "{ not plans");
  await keep(page, "Business");
  assert.deepEqual(await keptNames(page), ["Business"]);
  assert.equal(await kept(page, `${plansKey}.unreadable`), "{ not plans");
});

scenario("a device that cannot keep a plan says so", {
  at: "/pathways#hold=core-forestry-leadership&goal=" + certificate,
  before: (page) => page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  }),
}, async (page) => {
  await button(page, "Keep this plan").click();
  await button(page, "Save").click();
  await says(page, "This device can’t keep");
  await plans(page).getByText("This device doesn’t keep your plans as they are here").waitFor();
  await plans(page).getByText("Show 1 plan").waitFor();
});
