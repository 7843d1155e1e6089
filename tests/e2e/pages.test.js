// Every page, in light and dark, on phones and on a desk: nothing for axe to find, nothing to
// scroll sideways.
import { desktop, example, fitsWidth, isAccessible, scenario, search } from "./app.js";

const held = "/pathways?hold=core-forestry-leadership";
const certificate = "q-new-zealand-certificate-in-forestry-leadership-level-5";

const pages = [
  ["the first page", "/"],
  ["an empty draft", "/draft"],
  ["a draft with an example", "/draft", (page) => example(page, "Pre-flight Security")],
  ["a draft on a day without rules", "/draft?on=2001-01-01"],
  ["pathways with nothing", "/pathways"],
  ["pathways with holdings and a goal", `${held}&goal=${certificate}`, (page) => page.getByRole("heading", { name: /^Way 1 of 2/ }).waitFor()],
  ["the register", "/register", (page) => search(page).waitFor()],
  ["a micro-credential", "/register/credential/core-forestry-leadership"],
  ["a qualification", `/register/qualification/${certificate}`],
  ["a micro-credential that is none", "/register/credential/nothing"],
  ["an address that is none", "/nowhere"],
];
const phones = [{ width: 320, height: 640 }, { width: 390, height: 844 }];

for (const [name, at, settle] of pages) {
  scenario(name, { at }, async (page) => {
    await settle?.(page);
    for (const viewport of [...phones, desktop]) {
      await page.setViewportSize(viewport);
      await fitsWidth(page, `${name} at ${viewport.width} px`);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await isAccessible(page, `${name}, ${colorScheme}, ${viewport.width} px`);
      }
    }
  });
}
