// Pathways: what somebody has done and where it leads, on this device and by a link.
import assert from "node:assert/strict";
import { address, becomes, button, desktop, fitsWidth, focused, isAccessible, keepBehind, kept, nav, open, phone, region, says, scenario, tabTo, title } from "./app.js";

const pathwayKey = "waymark.pathways";
const certificate = "New Zealand Certificate in Forestry Leadership (Level 5)";
const certificateKey = "q-new-zealand-certificate-in-forestry-leadership-level-5";
const done = (page) => region(page, "What you’ve done");
const goal = (page) => region(page, "Your goal");
const search = (page) => page.getByRole("combobox", { name: "Add something you’ve done" });
const goalSearch = (page) => page.getByRole("combobox", { name: "Find a goal" });
const titlesOf = (page) => done(page).locator(".done-list > li").getByRole("link").allTextContents();
/** Where two ways are offered. */
const ways = (page) => page.getByRole("group", { name: "Ways to get there" }).getByRole("radio");
const answer = (page) => region(page, "Where you stand");

/** Adds a micro-credential by its title. */
async function add(page, title) {
  await search(page).fill(title);
  await page.getByRole("option", { name: title }).first().click();
  await becomes(async () => (await titlesOf(page)).includes(title), true, title);
}

/** How many pages it takes on paper. */
async function pagesOnPaper(page) {
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return paper.match(/\/Type\s*\/Page\b/g).length;
}

scenario("from a completed credential to a certificate", { at: "/pathways" }, async (page) => {
  await add(page, "Core Forestry Leadership");
  await button(page, `Make this my goal: ${certificate}`).first().click();
  await becomes(() => ways(page).count(), 2);
  await answer(page).getByText("Halfway there. One more micro-credential, 40 credits, about 50 weeks at 8 hours a week.").waitFor();
  await answer(page).getByText("Starting today, you’d finish about 6 November 2027.").waitFor();
  await becomes(() => focused(page), "answer-title", "the focus moves to the answer");
  await goal(page).getByRole("link", { name: certificate }).waitFor();
  assert.equal(address(page), "/pathways", "nothing of it is in the address");
  await open(page, "/pathways");
  await becomes(() => ways(page).count(), 2, "the device keeps it");
  await button(page, "Choose another goal").click();
  await goalSearch(page).fill("forestry leadership");
  await page.getByRole("option", { name: certificate }).click();
  await becomes(() => ways(page).count(), 2);
});

scenario("by keyboard on a phone, from nothing to paper", { at: "/pathways", viewport: phone }, async (page) => {
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await tabTo(page, "add");
  await page.keyboard.type("core forestry leadership");
  await page.getByRole("option", { name: "Core Forestry Leadership" }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await becomes(() => titlesOf(page), ["Core Forestry Leadership"]);
  await tabTo(page, "goal");
  await page.keyboard.type("forestry leadership");
  await page.getByRole("option", { name: certificate }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await becomes(() => focused(page), "answer-title", "the focus moves to the answer");
  const words = answer(page).getByText("Halfway there. One more micro-credential");
  const isOnScreen = async () => {
    const place = await words.boundingBox();
    return place.y >= 0 && place.y + place.height <= phone.height;
  };
  await becomes(isOnScreen, true, "the answer is on screen");
  await tabTo(page, "way-1");
  await page.keyboard.press("ArrowDown");
  await page.getByRole("listitem").filter({ hasText: "To do" }).getByRole("link", { name: "Operational Forestry Leadership" }).waitFor();
  await becomes(() => focused(page), "way-2");
  await tabTo(page, "Print this pathway");
  await page.keyboard.press("Enter");
  await becomes(() => page.evaluate(() => window.printed), true);
  assert.equal(await pagesOnPaper(page), 1, "a plan is one page");
  await fitsWidth(page, "a pathway on a phone");
});

scenario("a plan for two goals is one page of paper", { at: `/pathways#hold=core-forestry-leadership&goal=${certificateKey}&goal=q-ncea-level-2` }, async (page) => {
  await answer(page).getByText("That’s one plan for your 2 goals.").waitFor();
  assert.equal(await pagesOnPaper(page), 1);
});

scenario("what a next micro-credential could count towards", { at: "/pathways", viewport: phone }, async (page) => {
  const title = "What your next micro-credential could count towards";
  await tabTo(page, title);
  await page.keyboard.press("Enter");
  await says(page, "9 micro-credentials could bring you closer to a goal.");
  const items = page.locator(".next-list > li");
  await becomes(() => items.count(), 5);
  await tabTo(page, "Show more");
  await page.keyboard.press("Enter");
  await becomes(() => items.count(), 9);
  await becomes(() => focused(page), "next-6", "the focus goes on to what is new");
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport);
    await isAccessible(page, `${viewport.width} px`, { within: ".next" });
    await fitsWidth(page, `${viewport.width} px`);
  }
  await items.filter({ hasText: "Core Forestry Leadership" }).getByRole("button", { name: `Make this my goal: ${certificate}` }).press("Enter");
  await becomes(() => focused(page), "answer-title");
  await goal(page).getByRole("link", { name: certificate }).waitFor();
  assert.equal(address(page), "/pathways");
});

scenario("each part says whether it is done", { at: "/pathways" }, async (page) => {
  await add(page, "Core Forestry Leadership");
  const part = (title) => page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) }).last();
  await page.getByText("Where what you’ve done leads").waitFor();
  assert.match(await part("Core Forestry Leadership").innerText(), /\bDone\b/);
  assert.match(await part("Operational Forestry Leadership").innerText(), /Still to do/);
});

scenario("no credits stand at a progression", { at: "/pathways" }, async (page) => {
  await add(page, "Introduction to Aquaculture");
  await says(page, "Where what you’ve done leads");
  const lead = page.getByRole("article").filter({ hasText: "New Zealand Certificate in Seafood Operations (Level 3)" }).last();
  await lead.getByText("Who says so").click();
  await lead.getByText("How sure", { exact: true }).waitFor();
  assert.equal(await lead.getByText("Credit", { exact: true }).count(), 0);
});

scenario("an entry leads to its pathways and stays with what is there", { at: "/pathways" }, async (page) => {
  await add(page, "StartUp® Ignition – Automotive");
  await open(page, "/register/credential/core-forestry-leadership");
  await button(page, "I’ve done this: see where it leads").click();
  await becomes(() => title(page).textContent(), "Pathways");
  await becomes(() => titlesOf(page), ["StartUp® Ignition – Automotive", "Core Forestry Leadership"]);
});

scenario("a qualification becomes the goal", { at: `/register/qualification/${certificateKey}` }, async (page) => {
  await button(page, "Make this my goal").click();
  await becomes(() => title(page).textContent(), "Pathways");
  await goal(page).getByRole("link", { name: certificate }).waitFor();
  await becomes(() => ways(page).count(), 2);
});

scenario("what is taken away can be had back", { at: "/pathways" }, async (page) => {
  for (const title of ["Log Scaling", "Growsafe Standard (Micro-credential)"]) await add(page, title);
  await button(page, "Remove Log Scaling").click();
  await becomes(() => titlesOf(page), ["Growsafe Standard (Micro-credential)"]);
  await button(page, "Undo").last().click();
  await becomes(() => titlesOf(page), ["Log Scaling", "Growsafe Standard (Micro-credential)"]);
  await open(page, "/pathways");
  await becomes(() => titlesOf(page), ["Log Scaling", "Growsafe Standard (Micro-credential)"]);
});

scenario("an empty search says so", { at: "/pathways" }, async (page) => {
  for (const box of [search(page), goalSearch(page)]) {
    await box.fill("xyzzy");
    await page.getByRole("status").getByText("Nothing called “xyzzy” here.").waitFor();
    await box.fill("");
    await becomes(() => page.getByText("Nothing called").count(), 0);
  }
});

const link = `/pathways#hold=core-forestry-leadership&goal=${certificateKey}`;

scenario("a link never takes the place of an own pathway", { at: "/pathways" }, async (page) => {
  const own = ["Shearing Essentials (Junior)", "Log Scaling", "Growsafe Standard (Micro-credential)"];
  for (const title of own) await add(page, title);
  const before = await kept(page, pathwayKey);
  for (const at of ["/pathways?hold=core-forestry-leadership", "/pathways#hold=core-forestry-leadership"]) {
    // An address that differs in nothing is not loaded again.
    await page.goto("about:blank");
    await open(page, at);
    await says(page, "This pathway came with a link.");
    await says(page, "Your own pathway is kept as it is.");
    await becomes(() => titlesOf(page), ["Core Forestry Leadership"]);
    await button(page, `Make this my goal: ${certificate}`).first().click();
    await becomes(() => ways(page).count(), 2);
    assert.equal(await kept(page, pathwayKey), before, at);
  }
  await button(page, "Show mine").click();
  await becomes(() => titlesOf(page), own);
  await becomes(() => focused(page), "done-title");
  assert.equal(address(page), "/pathways");
  await open(page, "/pathways");
  await becomes(() => titlesOf(page), own);
});

scenario("a link's pathway can take the place of the own one, and the own one be had back", { at: "/pathways" }, async (page) => {
  await add(page, "Log Scaling");
  await open(page, link);
  await button(page, "Use this one instead of mine").click();
  await becomes(() => titlesOf(page), ["Core Forestry Leadership"]);
  assert.equal(address(page), "/pathways");
  await button(page, "Undo").click();
  await says(page, "Your own pathway is kept as it is.");
  assert.match(await kept(page, pathwayKey), /log-scaling/);
  assert.doesNotMatch(await kept(page, pathwayKey), /core-forestry/);
  await open(page, "/pathways");
  await becomes(() => titlesOf(page), ["Log Scaling"]);
});

scenario("a link to somebody who has nothing", { at: link }, async (page) => {
  await says(page, "This pathway came with a link.");
  await becomes(() => ways(page).count(), 2);
  assert.equal(await page.getByText("Your own pathway is kept as it is.").isVisible(), false);
  await open(page, "/pathways");
  await says(page, "Nothing yet.");
  await open(page, link);
  await add(page, "Log Scaling");
  await open(page, "/pathways");
  await becomes(() => titlesOf(page), ["Core Forestry Leadership", "Log Scaling"]);
});

scenario("a link opened where the page is on screen already", { at: "/pathways" }, async (page) => {
  await add(page, "Log Scaling");
  await page.evaluate(() => { location.hash = "hold=core-forestry-leadership"; });
  await says(page, "This pathway came with a link.");
  await becomes(() => titlesOf(page), ["Core Forestry Leadership"]);
  await page.evaluate(() => { location.hash = "hold=growsafe-standard"; });
  await becomes(() => titlesOf(page), ["Growsafe Standard (Micro-credential)"]);
  await nav(page, "Register").click();
  await nav(page, "Pathways").click();
  await becomes(() => titlesOf(page), ["Log Scaling"]);
});

scenario("a link to the own pathway is the own pathway", { at: "/pathways" }, async (page) => {
  await add(page, "Log Scaling");
  await open(page, "/pathways#hold=log-scaling");
  await becomes(() => titlesOf(page), ["Log Scaling"]);
  assert.equal(await page.getByText("This pathway came with a link.").count(), 0);
});

scenario("a link goes from one person to another", { at: "/pathways", permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await add(page, "Core Forestry Leadership");
  await button(page, `Make this my goal: ${certificate}`).first().click();
  await button(page, "Copy a link to this pathway").click();
  await says(page, "The link is copied.");
  const shared = await page.evaluate(() => navigator.clipboard.readText());
  const { origin, hash, search, pathname } = new URL(shared);
  assert.deepEqual([origin + pathname, search], [new URL(page.url()).origin + "/pathways", ""]);
  assert.deepEqual([...new URLSearchParams(hash.slice(1))], [["hold", "core-forestry-leadership"], ["goal", certificateKey]]);
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await open(page, shared);
  await becomes(() => ways(page).count(), 2);
});

scenario("a link that cannot be copied is shown", {
  at: "/pathways", before: (page) => page.addInitScript(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("denied")); }),
}, async (page) => {
  await add(page, "Log Scaling");
  await button(page, "Copy a link to this pathway").click();
  await page.getByText(`This is the link: ${new URL(page.url()).origin}/pathways#hold=log-scaling`).waitFor();
});

scenario("two windows show the same pathway", { at: "/pathways" }, async (page) => {
  const other = await page.context().newPage();
  await open(other, "/pathways");
  await add(page, "Log Scaling");
  await becomes(() => titlesOf(other), ["Log Scaling"]);
  await add(other, "Growsafe Standard (Micro-credential)");
  await becomes(() => titlesOf(page), ["Log Scaling", "Growsafe Standard (Micro-credential)"]);
});

scenario("a window that has missed the work of another does not undo it", { at: "/pathways" }, async (page) => {
  await add(page, "Log Scaling");
  await keepBehind(page, pathwayKey, "\nlog-scaling\ngrowsafe-standard");
  await add(page, "Core Forestry Leadership");
  assert.match(await kept(page, pathwayKey), /growsafe-standard/);
});

scenario("a page from the back/forward cache shows the pathway as it is now", { at: "/pathways" }, async (page) => {
  await add(page, "Log Scaling");
  await keepBehind(page, pathwayKey, "\nlog-scaling\ngrowsafe-standard");
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await becomes(() => titlesOf(page), ["Log Scaling", "Growsafe Standard (Micro-credential)"]);
});

scenario("a device that keeps nothing is reported", {
  at: "/pathways",
  before: (page) => page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  }),
}, async (page) => {
  await add(page, "Log Scaling");
  await says(page, "This device doesn’t keep it");
});

scenario("an entry that is not on the register stays in the pathway", { at: "/pathways#hold=from-another-register&hold=log-scaling" }, async (page) => {
  await done(page).getByText("from-another-register").waitFor();
  await add(page, "Growsafe Standard (Micro-credential)");
  assert.match(await kept(page, pathwayKey), /"from-another-register"/);
});

/** Chooses a file in the input of a button. */
const openFile = (page, name, body, mimeType = "application/json") =>
  page.locator("label", { hasText: "Open a record or badge" }).locator("input").setInputFiles({ name, mimeType, buffer: Buffer.from(body) });

scenario("a record goes through a file and adds to what is there", { at: "/pathways" }, async (page) => {
  await add(page, "Core Forestry Leadership");
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save your record").click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const record = JSON.parse(Buffer.concat(chunks).toString());
  assert.deepEqual(record, { format: "waymark.holdings/1", holdings: [{ credential: "core-forestry-leadership" }] });
  const another = { ...record, holdings: [...record.holdings, { standard: "27360", level: 3, credits: 5, mark: "A" }, 7] };
  await openFile(page, "another.json", JSON.stringify(another));
  await says(page, "1 added from another.json.");
  await says(page, "2 things in another.json weren’t understood");
  await says(page, "holdings[1].mark");
  assert.match(await kept(page, pathwayKey), /"mark": "A"/, "kept for whoever reads it next");
  await button(page, "Undo").last().click();
  await becomes(() => done(page).locator(".done-list > li").count(), 1);
  await openFile(page, "broken.json", "{");
  await says(page, "broken.json can’t be opened.");
});

scenario("a synthetic badge is read and its signature is not vouched for", { at: "/pathways" }, async (page) => {
  const badge = JSON.stringify({
    "@context": ["https://www.w3.org/ns/credentials/v2"], type: ["VerifiableCredential", "OpenBadgeCredential"], validFrom: "2024-05-01T00:00:00+12:00",
    issuer: { name: "A made-up issuer" }, credentialSubject: { achievement: { id: "https://example.org/a", name: "A synthetic badge", creditsAvailable: 5 } },
  });
  const chunk = (kind, data) => { const head = Buffer.alloc(8); head.writeUInt32BE(data.length); head.write(kind, 4); return Buffer.concat([head, data, Buffer.alloc(4)]); };
  const picture = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", Buffer.alloc(13)), chunk("iTXt", Buffer.from(`openbadgecredential\0\0\0\0\0${badge}`))]);
  await openFile(page, "badge.png", picture, "image/png");
  await says(page, "Waymark doesn’t check a badge’s signature.");
  await done(page).getByText("A synthetic badge").waitFor();
  await done(page).getByText("Completed on 1 May 2024").waitFor();
});

scenario("the standards done of a micro-credential are named", { at: "/pathways", viewport: { width: 320, height: 800 } }, async (page) => {
  await add(page, "Rural Pest Animal Control");
  await button(page, /^Edit Rural Pest Animal Control/).click();
  const standards = page.getByRole("group", { name: "Which of its standards have you done?" });
  const width = await standards.getByText(/^Standard \d+/).first().evaluate((words) => words.getBoundingClientRect().width);
  assert.ok(width > 80, `a tick has no room for its words: ${width}`);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await standards.getByRole("checkbox").first().check();
  await button(page, "Save").click();
  await done(page).getByText(/Only these standards done: \d+/).waitFor();
});
