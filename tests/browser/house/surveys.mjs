// Surveys as those who ask and those who are asked meet them: the four steps, the form, and days that pass at once.
import assert from "node:assert/strict";
import { sql } from "./postgres.mjs";

// The program mails from eight to twenty o'clock on the organisation's clocks. Tests run at any hour, so the clocks of all
// sites hang where it is noon; a zone named Etc/GMT-3 is three hours ahead.
const ahead = ((12 - new Date().getUTCHours() + 36) % 24) - 12;

/** A day so many days from today, as the organisation's calendar has it: 2026-11-21. */
export function dayFromNow(days) {
  return new Date(Date.now() + ahead * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

export const hangClocks = (base) => sql(base.url, `update site set time_zone = 'Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}'`);

// Rounds come once a minute; one that is forgotten comes at once.
const ROUND_DUE = "delete from job_run where name = 'survey mails'";

/**
 * What is due by the clock happens now. A round that was just under way is noted as done after this, as if the next one had
 * been: so it is forgotten once more a little later.
 */
export async function roundComes(base) {
  await sql(base.url, ROUND_DUE);
  for (const later of [2_000, 5_000]) setTimeout(() => sql(base.url, ROUND_DUE).catch(() => {}), later).unref();
}

/** Days pass for one survey: nobody can move the clock of a running program, so its days move back. */
export async function daysPass(base, title, days) {
  const moved = ["opens_on", "closes_on"].map((day) => `${day} = (${day}::date - ${days})::text`).join(", ");
  await sql(base.url, `update pulse set ${moved} where title = '${title}'`);
  await roundComes(base);
}

const onward = (page) => page.locator("form:has([name=version]) button.big").click();

/** From "new survey" to the look at it: the usual questions and one more, open from today on. Gives the preview's path. */
export async function plan(page, url, title) {
  await page.goto(`${url}/pulse`);
  await page.locator("main a[href='/pulse/plans']").click();
  await page.locator("[name=title]").fill(title);
  await page.locator("form[action='/pulse/plans'] button").click();
  await page.waitForURL(/\/questions$/);
  // The scale from 0 to 10 too, which is not among the usual questions: it is the widest.
  await page.locator("[name=blocks][value=recommend]").check();
  await onward(page);
  await page.waitForURL(/\/audience$/);
  await onward(page);
  await page.waitForURL(/\/window$/);
  await page.locator("[name=opens_on]").fill(dayFromNow(0));
  await page.locator("[name=closes_on]").fill(dayFromNow(13));
  await onward(page);
  await page.waitForURL(/\/preview$/);
  return new URL(page.url()).pathname;
}

/** The last step. Gives the path of the running survey. */
export async function launch(page) {
  await page.locator("form[action$='/launch'] button").click();
  await page.waitForURL(/\/pulse\/plans\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Somebody answers on the page of the questions: the choice for every statement, and words if there are any. */
export async function answer(page, choice, words = "") {
  for (const scale of await page.locator(".scale").all()) await scale.locator(`input[value='${choice}']`).check();
  if (words) await page.locator("textarea").first().fill(words);
  await page.locator("form[action^='/pulse/answer'] button.big").click();
  await page.locator("form[action^='/pulse/answer']").waitFor({ state: "detached" });
}

/** Many answer at once, without a browser. */
export async function answerAll(url, codes, { questions, choice, words }) {
  for (const [at, code] of codes.entries()) {
    const fields = Array.from({ length: questions }, (_, number) => [`q${number}`, number === questions - 1 ? words(at) : choice(at)]);
    const body = new URLSearchParams([["code", code], ...fields]);
    const { status } = await fetch(`${url}/pulse/answer?lang=en`, { method: "POST", body });
    assert.equal(status, 200, "an answer should be taken");
  }
}
