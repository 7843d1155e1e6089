// How long the page is ever busy at a stretch while a register of 5,000 micro-credentials and 500 goals is read, and
// pathways are explored in it. The register is synthetic. Prints the longest tasks, and asserts no time.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { largeRegister } from "./large-register.js";
import { serve } from "./serve.js";

const driver = JSON.parse(readFileSync(new URL("webdriver.json", import.meta.url), "utf8"));
const flags = driver["goog:chromeOptions"].args.filter((flag) => !flag.startsWith("--headless"));
const [credentials, goals, visited, held] = [5000, 500, 24, 10];
const register = largeRegister(credentials, goals);
const folder = mkdtempSync(join(tmpdir(), "waymark-"));
const another = join(folder, "synthetic.json");

const server = await serve();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
try {
  const page = await browser.newPage({ baseURL: server.address });
  await page.route("**/register.json", (route) => route.fulfill({ contentType: "application/json", body: register }));
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  /** What the page was busy with since it was asked last: the longest tasks of over 50 ms, in milliseconds. */
  const longest = () => page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve(window.tasks.splice(0).sort((one, other) => other - one)), 100)));
  const say = (what, tasks) => console.log(`${what}: ${tasks.length === 0 ? "no task over 50 ms" : `${tasks.length} tasks over 50 ms, the longest ${tasks.slice(0, 5).map((ms) => ms.toFixed(0)).join(", ")} ms`}`);
  const holds = Array.from({ length: held }, (_, index) => `hold=c${index * 37}`).join("&");

  console.log(`${credentials} micro-credentials and ${goals} goals, synthetic; ${held} held:`);
  const entries = ({ credentials, qualifications, standards = [] }) => credentials.length + qualifications.length + standards.length;
  const total = (snapshot) => page.getByRole("status").getByText(`${entries(JSON.parse(snapshot))} entries`).waitFor();
  await page.goto("/register");
  await total(register);
  say("The register read, and its page shown", await longest());
  const other = largeRegister(credentials - 1, goals);
  writeFileSync(another, other);
  const begun = performance.now();
  await page.getByLabel("Open a register file").setInputFiles(another);
  await total(other);
  say(`Another opened from a file, in ${(performance.now() - begun).toFixed(0)} ms`, await longest());
  await page.goto("/pathways");
  await page.locator("h1#page-title").waitFor();
  await page.locator(".loading").waitFor({ state: "detached" });
  say("The pathways shown", await longest());
  const all = [];
  for (let visit = 0; visit < visited; visit += 1) {
    const goal = Math.floor((visit * goals) / visited);
    await page.evaluate((hash) => { location.hash = hash; }, `${holds}&goal=q${goal}`);
    const words = page.locator(".answer-words");
    await page.getByRole("link", { name: `Synthetic certificate ${goal}`, exact: true }).first().waitFor();
    await words.filter({ hasNotText: "Working out" }).waitFor({ timeout: 60_000 });
    const tasks = await longest();
    all.push(...tasks);
    if (tasks.length > 0) say(`  q${goal}`, tasks);
  }
  say(`${visited} goals chosen one after another`, all.sort((one, other) => other - one));
  // Among so many it takes long; what is asked here is only whether the page can be used meanwhile.
  await page.locator(".next summary").click();
  await page.waitForTimeout(5000);
  say("Five seconds of what each micro-credential could count towards", await longest());
  await page.goto("/register");
  await total(register);
  for (const words of ["synthetic 12", "syntetic helth"]) {
    await page.getByRole("searchbox").first().fill("");
    await longest();
    await page.getByRole("searchbox").first().pressSequentially(words, { delay: 50 });
    say(`The register searched for “${words}”, key by key`, await longest());
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}
