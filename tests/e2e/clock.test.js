// Dates: New Zealand's, whatever the device says, and those in the address.
import assert from "node:assert/strict";
import { address, becomes, choose, day, field, open, rules, says, scenario, title } from "./app.js";

scenario("today is New Zealand's date on a device whose evening is the day before", {
  at: "/draft", timezoneId: "America/New_York", now: "2026-01-18T18:00:00-05:00",
}, async (page) => {
  assert.equal(await day(page).inputValue(), "2026-01-19");
  await says(page, rules.now);
  assert.equal(await page.getByText("Not today’s rules").count(), 0);
  await day(page).fill("2026-01-18");
  await says(page, "Not today’s rules");
});

scenario("today is New Zealand's date on a device whose morning is the day after", {
  at: "/draft", timezoneId: "Pacific/Kiritimati", now: "2026-01-19T00:30:00+14:00",
}, async (page) => {
  assert.equal(await day(page).inputValue(), "2026-01-18");
});

scenario("the page notices midnight by itself", { at: "/draft", running: true, now: "2026-01-18T23:59:50+13:00" }, async (page) => {
  assert.equal(await day(page).inputValue(), "2026-01-18");
  await page.clock.runFor(60_000);
  await becomes(() => day(page).inputValue(), "2026-01-19");
  await says(page, rules.now);
  assert.equal(address(page), "/draft", "today needs no date in the address");
});

scenario("after a night's sleep the page goes by the new date", { at: "/draft", running: true, now: "2025-12-31T22:00:00+13:00" }, async (page) => {
  assert.equal(await day(page).inputValue(), "2025-12-31");
  await page.clock.fastForward("12:00:00");
  await field(page, "title").fill("After New Year");
  await choose(page, "Rules on other dates", "Today");
  await becomes(() => day(page).inputValue(), "2026-01-01");
});

scenario("a chosen date stays through midnight", { at: "/draft?on=2025-06-30", running: true, now: "2026-01-18T23:59:50+13:00" }, async (page) => {
  await page.clock.runFor(60_000);
  assert.equal(await day(page).inputValue(), "2025-06-30");
  await choose(page, "Rules on other dates", "Today");
  await becomes(() => day(page).inputValue(), "2026-01-19");
});

for (const text of ["2026-02-30", "21/11/2024", "2024-11-21T00:00", "yesterday"]) {
  scenario(`${text} in the address is no date, and the page says so`, { at: `/draft?on=${text}` }, async (page) => {
    await says(page, `“${text}” in the address isn’t a date, so you see today’s rules.`);
    await says(page, rules.now);
    assert.equal(await day(page).inputValue(), "2026-11-21");
    assert.equal(await title(page).textContent(), "Check a draft");
    await choose(page, "Rules on other dates", "Today");
    await becomes(() => page.getByText("isn’t a date").count(), 0);
  });
}

scenario("a day that somebody chooses is kept in the draft, not in the address", { at: "/draft?on=2025-01-01" }, async (page) => {
  await day(page).fill("2025-03-01");
  await becomes(() => address(page), "/draft");
  await open(page, "/draft");
  assert.equal(await day(page).inputValue(), "2025-03-01");
  await choose(page, "Rules on other dates", "Today");
  await becomes(() => address(page), "/draft?on=2026-11-21");
});

scenario("a date that is taken away gives way to today", { at: "/draft?on=2025-01-01" }, async (page) => {
  await day(page).fill("");
  await becomes(() => day(page).inputValue(), "2026-11-21");
  await becomes(() => address(page), "/draft");
  await day(page).fill("");
  await becomes(() => day(page).inputValue(), "2026-11-21");
});
