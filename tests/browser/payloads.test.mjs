// Words that are also programs, typed by real forms into every field and opened in a real browser wherever they are shown:
// they stay the words they are (HB6). tests/it/xss.rs does the same with the pages' source; here nothing may happen.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { command, house, startApp } from "./house/app.mjs";
import { desktop, openChromium } from "./house/browser.mjs";
import { furnish, SEND, signIn } from "./house/cast.mjs";
import { mailbox } from "./house/mailbox.mjs";
import { further, marksOn, PAIRS, PAYLOADS, wordsOn } from "./house/payloads.mjs";

let browser;
let place;
let app;
let amina;
let letters;
let staff;
let guest;
const wrong = [];

before(async () => {
  browser = await openChromium();
  place = house("sqlite");
  app = await startApp(place, { env: { PEOPLEWORTHY_LIMITS: "off" } });
  letters = mailbox(place);
  const settingUp = await desktop(browser);
  amina = await furnish(place, settingUp.page, app.url);
  await settingUp.leave();
  // An administrator reads no guest's words: those are a responder's.
  const roles = join(place.dataDir, "roles.csv");
  writeFileSync(roles, `employee_number,given_name,site,role\n1001,Amina,${amina.site},admin+responder\n`);
  await command(place, ["import", "people", roles]);
  staff = await watched();
  await signIn(staff.page, app.url, amina);
  guest = await watched();
});
after(async () => {
  await browser?.close();
  await app?.stop();
  place?.tearDown();
});

/** Somebody at a screen; whatever a payload does there is written down. */
async function watched() {
  const who = await desktop(browser);
  who.context.on("dialog", (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  return who;
}

const short = (words) => words.replace(/\s+/g, " ").trim();

/** Looks at the page as it stands: no mark on it, and these payloads readable as they were typed. */
async function look(page, ...payloads) {
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  const path = new URL(page.url()).pathname;
  for (const mark of await marksOn(page)) wrong.push(`${path}: ${mark}`);
  const words = await wordsOn(page);
  for (const payload of payloads) if (!words.includes(short(payload))) wrong.push(`${path} does not show ${payload}`);
}

async function open(page, path, ...payloads) {
  await page.goto(new URL(path, app.url).href);
  await look(page, ...payloads);
}

/** Fills a form and sends it: the fields by their names. */
async function submit(page, fields, button = SEND) {
  const [first] = Object.keys(fields);
  const form = page.locator("form").filter({ has: page.locator(`[name=${first}]`) }).first();
  for (const [name, words] of Object.entries(fields)) await form.locator(`[name=${name}]`).first().fill(words);
  // What js/keep.js sends comes back without the page being left, when it is not right.
  const left = page.waitForEvent("framenavigated", (frame) => frame === page.mainFrame()).catch(() => null);
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === "POST" && !one.url().endsWith("/read")),
    form.locator(button).first().click(),
  ]);
  if (answer.status() < 400 || answer.request().isNavigationRequest()) await left;
  else await page.locator("#problems").waitFor().catch(() => assert.fail(`${first} was answered with ${answer.status()} at ${answer.url()}`));
  await page.waitForLoadState("load");
}

/** After each test: nothing may have happened in any window so far. */
function nothingHappened() {
  const found = [...wrong.splice(0), ...staff.trouble.splice(0), ...guest.trouble.splice(0)];
  assert.equal(found.length, 0, `\n${[...new Set(found)].join("\n")}`);
}

/** Several windows of the same person at once: the rest of the list in each. */
async function inWindows(who, count, work) {
  const left = PAIRS.map((words, at) => ({ words, at }));
  const pages = await Promise.all(Array.from({ length: count }, () => who.context.newPage()));
  for (const page of pages) {
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) wrong.push(`console: ${message.text()}`);
    });
    page.on("request", (request) => {
      if (/evil\.example/.test(new URL(request.url()).hostname)) wrong.push(`a request elsewhere: ${request.url()}`);
    });
  }
  await Promise.all(pages.map(async (page) => {
    for (let next = left.shift(); next; next = left.shift()) await work(page, next);
  }));
  await Promise.all(pages.map((page) => page.close()));
}

test("people, departments, teams and job titles", async () => {
  const cell = (words) => `"${words.replaceAll('"', '""')}"`;
  const lines = PAIRS.map((words, at) => [`n${100 + at}`, words, further(at, 3), words, amina.site, words, words].map(cell).join(","));
  await open(staff.page, "/admin/people/import");
  const csv = `employee_number,given_name,family_name,job_title,site,department,team\n${lines.join("\n")}\n`;
  await submit(staff.page, { csv }, "button[value=check]");
  await look(staff.page, ...PAIRS);
  await staff.page.locator("button[value=import]").click();
  await staff.page.waitForLoadState("load");
  await look(staff.page, ...PAIRS);
  await open(staff.page, "/admin/people", PAIRS[1]);
  await inWindows(staff, 3, async (page, { words, at }) => {
    await open(page, `/admin/people?q=n${100 + at}`, words);
    await page.locator("a[href^='/admin/people/0']").first().click();
    await page.waitForLoadState("load");
    await look(page, words);
    await open(page, `/people/${new URL(page.url()).pathname.split("/").pop()}`, words);
  });
  const [download] = await Promise.all([staff.page.waitForEvent("download"), (async () => {
    await staff.page.goto(`${app.url}/admin/people`);
    await staff.page.locator("a[href='/admin/people.csv']").click();
  })()]);
  assert.match(download.suggestedFilename(), /\.csv$/, "a list is a file to keep, never a page");
  await open(guest.page, `/at/${amina.site}/praise`);
  await guest.page.getByRole("combobox").pressSequentially("pwned", { delay: 20 });
  await guest.page.getByRole("option").first().waitFor();
  await look(guest.page);
  nothingHappened();
});

test("sites, places, values and the organisation", async () => {
  await inWindows(staff, 3, async (page, { words }) => {
    await open(page, "/admin/sites/new");
    await submit(page, { name: words, time_zone: "Europe/Berlin" });
    await look(page, words);
    await open(page, `/admin/sites/${amina.site}/places`);
    await submit(page, { name: words });
    await look(page, words);
  });
  for (const [at, words] of PAIRS.entries()) {
    const values = Array.from({ length: 5 }, (_, by) => further(at, by));
    await open(staff.page, "/admin/organisation");
    await submit(staff.page, { name: words, values: values.join("\n") });
    await look(staff.page, words);
    if (at % 5) continue; // the values of these three rounds are all there are
    await open(staff.page, "/praise/new", words, ...values);
    await open(guest.page, `/at/${amina.site}`, words);
  }
  await open(staff.page, "/admin/sites", ...PAIRS);
  await open(staff.page, "/admin/roles", ...PAIRS);
  await open(staff.page, `/admin/codes?site=${amina.site}&level=place`);
  await staff.page.locator("button[formmethod=post]").click();
  await staff.page.waitForLoadState("load");
  await look(staff.page, PAIRS[0]);
  nothingHappened();
});

test("praise with all its fields, what is added, the thanks, and the mails", async () => {
  const follow = new Map();
  await inWindows(guest, 4, async (page, { words, at }) => {
    await open(page, `/at/${amina.site}/praise`);
    await page.waitForTimeout(2_000); // sooner than a person can write, it would wait in the queue
    const email = `guest${at}@example.org`;
    await submit(page, { who: amina.name, did: words, difference: further(at, 1), sender_name: further(at, 2), sender_email: email });
    await page.waitForURL(/\/follow\//);
    await look(page, words);
    await page.locator("summary").filter({ visible: true }).first().click();
    await submit(page, { addition: further(at, 4) });
    await look(page, words, further(at, 1), further(at, 4));
    follow.set(at, page.url());
  });
  await open(staff.page, "/home");
  await open(staff.page, "/praise/mine", ...PAYLOADS.slice(0, 2));
  const notes = [];
  for (;;) {
    notes.push(...(await staff.page.locator(".note-first a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))));
    if ((await staff.page.locator("a[rel=next]").count()) === 0) break;
    await staff.page.locator("a[rel=next]").click();
    await staff.page.waitForLoadState("load");
    await look(staff.page);
  }
  assert.equal(notes.length, PAIRS.length, "every note should be there");
  await inWindows(staff, 3, async (page, { at }) => {
    await open(page, notes[at]);
    const said = await page.locator("blockquote").first().innerText();
    const which = PAIRS.findIndex((words) => short(words) === short(said));
    if (which < 0) return wrong.push(`${notes[at]} shows ${said}`);
    await submit(page, { thanks: further(which, 5) });
    await look(page, PAIRS[which], further(which, 1), further(which, 2), further(which, 5));
  });
  await inWindows(guest, 3, async (page, { words, at }) => open(page, follow.get(at), words, further(at, 5)));
  // The mails' pages have no content security policy to save them.
  const reader = await guest.context.newPage();
  for (let mails = 0; mails < PAIRS.length; mails += 1) {
    const mail = await letters.next(amina.email, "/praise/");
    await reader.setContent(mail.html);
    for (const mark of await marksOn(reader)) wrong.push(`the mail “${mail.subject}”: ${mark}`);
    const words = short(await reader.evaluate(() => document.body.innerText));
    if (!PAYLOADS.some((payload) => words.includes(short(payload)))) wrong.push(`no payload in the mail: ${words}`);
  }
  nothingHappened();
});

test("concerns, questions and their answers", async () => {
  await inWindows(guest, 4, async (page, { words, at }) => {
    await open(page, `/at/${amina.site}/${at % 2 ? "concern" : "question"}`);
    await submit(page, { body: words, sender_name: further(at, 1) });
    await page.waitForURL(/\/follow\//);
    await look(page, words, further(at, 1));
    await submit(page, { text: further(at, 2) });
    await look(page, words, further(at, 2));
  });
  const threads = [];
  await open(staff.page, "/inbox");
  for (;;) {
    threads.push(...(await staff.page.locator(".note-first a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))));
    if ((await staff.page.locator("a[rel=next]").count()) === 0) break;
    await staff.page.locator("a[rel=next]").click();
    await staff.page.waitForLoadState("load");
    await look(staff.page);
  }
  assert.equal(threads.length, PAIRS.length, "every concern and question should be there");
  await inWindows(staff, 3, async (page, { words, at }) => {
    await open(page, threads[at]);
    await submit(page, { text: words });
    await look(page, words);
  });
  nothingHappened();
});

test("what is refused comes back as it was typed; searches, addresses and the queue", async () => {
  await inWindows(guest, 4, async (page, { words, at }) => {
    await open(page, `/at/${amina.site}/praise`);
    await page.locator("[name=unknown]").check();
    await submit(page, { did: words, difference: further(at, 1), when: words, where: further(at, 2), what_role: further(at, 3), sender_email: "nobody" });
    await look(page, words, further(at, 1), further(at, 2), further(at, 3));
    await submit(page, { sender_email: "" });
    await page.waitForURL(/\/follow\//);
    await look(page, words);
    await open(page, `/sign-in?next=${encodeURIComponent(words)}`);
    await open(page, `/at/${encodeURIComponent(words).replaceAll("%2F", "")}`);
  });
  await open(staff.page, "/inbox/unmatched");
  await open(staff.page, `/inbox/unmatched?q=${encodeURIComponent(PAYLOADS[3])}`);
  await open(staff.page, `/admin/people?q=${encodeURIComponent(PAYLOADS[3])}`, PAYLOADS[3]);
  nothingHappened();
});
