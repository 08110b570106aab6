// Words that are also programs, typed by real forms into every field and opened in a real browser wherever they are shown:
// they stay the words they are (HB6). tests/it/xss.rs does the same with the pages' source; here nothing may happen.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { command, house, startApp } from "./house/app.mjs";
import { desktop, openChromium } from "./house/browser.mjs";
import { furnish, letIn, SEND, signIn } from "./house/cast.mjs";
import { mailbox } from "./house/mailbox.mjs";
import { ALL, further, marksOn, PAIRS, PAYLOADS, wordsOn } from "./house/payloads.mjs";
import { comeBack, fillIn, keepAndSend, staffRoomCode } from "./house/zone.mjs";

let browser;
let place;
let app;
let amina;
let letters;
let staff;
let jonas;
let guest;
const wrong = [];

before(async () => {
  browser = await openChromium();
  place = house("sqlite");
  app = await startApp(place, { env: { PEOPLEWORTHY_LIMITS: "off", PEOPLEWORTHY_TEST_COLLECT_PAUSE: "1" } });
  letters = mailbox(place);
  const settingUp = await desktop(browser);
  amina = await furnish(place, settingUp.page, app.url);
  await settingUp.leave();
  const settingUpToo = await desktop(browser);
  const handler = await letIn(place, settingUpToo.page, app.url, "jonas@example.org");
  await settingUpToo.leave();
  // An administrator reads no guest's words: those are a responder's. Jonas answers what Amina raises, and what is written
  // where nobody is known.
  const roles = join(place.dataDir, "roles.csv");
  const given = [["1001,Amina", "admin+responder"], ["1002,Jonas", "site_manager+confidential_handler"]];
  const lines = given.map(([who, role]) => `${who},${amina.site},${role}`);
  writeFileSync(roles, `employee_number,given_name,site,role\n${lines.join("\n")}\n`);
  await command(place, ["import", "people", roles]);
  staff = await watched();
  await signIn(staff.page, app.url, amina);
  jonas = await watched();
  await signIn(jonas.page, app.url, handler);
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
    page.waitForResponse((one) => one.request().method() === "POST" && !/\/(read|similar)$/.test(one.url())),
    form.locator(button).first().click(),
  ]);
  if (answer.status() < 400 || answer.request().isNavigationRequest()) await left;
  else await page.locator("#problems").waitFor().catch(() => assert.fail(`${first} was answered with ${answer.status()} at ${answer.url()}`));
  await page.waitForLoadState("load");
}

/** After each test: nothing may have happened in any window so far. */
function nothingHappened() {
  const found = [...wrong.splice(0), ...staff.trouble.splice(0), ...jonas.trouble.splice(0), ...guest.trouble.splice(0)];
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

/** Raises something by name, having seen what is like it: they are all alike. */
async function raise(page, fields) {
  await page.locator("[name=category]:not([data-delicate])").first().check();
  await page.locator("#level-named").check();
  await page.locator("form.raise").evaluate((form) => {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "anyway", value: "yes" }));
  });
  await submit(page, fields, "[data-keep-main]:visible");
  await page.waitForURL(/\/voice\/0/);
}

test("subjects, channels, what staff raise, and what they are answered", async () => {
  await inWindows(staff, 3, async (page, { words, at }) => {
    await open(page, "/admin/voice");
    await submit(page, { name: words });
    await look(page, words);
    if (at % 3) return; // a place is one field of many, and each form takes its time
    await open(page, "/voice/new");
    await raise(page, { what: words, place: further(at, 1), fix: further(at, 2) });
    await look(page, words, further(at, 1), further(at, 2));
  });
  await open(staff.page, "/admin/voice", ...PAIRS);
  await open(staff.page, "/voice/new", ...PAIRS);
  await raise(staff.page, { what: ALL, fix: ALL });
  await look(staff.page, ...PAYLOADS);
  const issue = new URL(staff.page.url()).pathname;
  await submit(staff.page, { text: ALL });
  await open(staff.page, "/voice");
  await open(staff.page, "/voice/mine");
  await open(jonas.page, "/voice/queue");
  await open(jonas.page, issue, ...PAYLOADS);
  await jonas.page.locator("#to-everybody").check();
  for (const field of ["text", "remark"]) {
    await submit(jonas.page, { [field]: ALL });
    await look(jonas.page, ...PAYLOADS);
  }
  await jonas.page.locator("#state-changed").check();
  await submit(jonas.page, { step_text: ALL });
  await look(jonas.page, ...PAYLOADS);
  await open(staff.page, issue, ...PAYLOADS);
  await open(staff.page, "/admin/voice/channels");
  await submit(staff.page, { channels: ALL });
  await open(staff.page, "/voice/channels", ...PAYLOADS);
  nothingHappened();
});

test("what is written where nobody is known, its answer, and what the site is shown of it", async () => {
  const title = `Shown: ${PAIRS[3]}`;
  const code = await staffRoomCode(staff.page, app.url, amina.site);
  await fillIn(guest.page, app.url, { site: amina.site, code: PAIRS[0], what: ALL, place: ALL, fix: ALL });
  await look(guest.page, PAIRS[0].toLowerCase(), ...PAYLOADS);
  await keepAndSend(guest.page).catch(() => guest.page.locator("#problems").waitFor());
  await look(guest.page, ...PAYLOADS);
  await guest.page.locator("[name=code]").fill(code);
  // The form sends itself: that it was answered with 422 stands in the console, and should.
  guest.trouble.splice(0, Infinity, ...guest.trouble.filter((line) => !line.includes("status of 422")));
  const receipt = await keepAndSend(guest.page);
  await look(guest.page);
  const handle = await comeBack(guest.page, app.url, receipt);
  await look(guest.page, ...PAYLOADS);
  await submit(guest.page, { text: ALL });
  await open(jonas.page, "/voice/threads");
  await jonas.page.getByRole("link", { name: handle, exact: true }).click();
  await jonas.page.waitForURL(/\/voice\/threads\/./);
  await look(jonas.page, ...PAYLOADS);
  for (const [field, path] of [["text", "/answer"], ["remark", "/remark"], ["reason", "/state"], ["title", "/publish"]]) {
    await jonas.page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    if (field === "reason") await jonas.page.locator("[name=state]").selectOption("planned");
    const shown = { title, what: ALL, place: ALL, fix: ALL };
    // Words of these are names of people here, by the file that was imported.
    if (path === "/publish") await jonas.page.locator("[name=looked]").check();
    await submit(jonas.page, path === "/publish" ? shown : { [field]: ALL });
    await look(jonas.page, ...PAYLOADS);
  }
  await open(staff.page, "/voice", title);
  await staff.page.getByRole("link", { name: title, exact: true }).click();
  await staff.page.waitForURL(/\/voice\/0/);
  await look(staff.page, title, ...PAYLOADS);
  await comeBack(guest.page, app.url, receipt);
  await look(guest.page, ...PAYLOADS);
  await guest.page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await guest.page.locator("[name=sure]").check();
  await submit(guest.page, { name: PAIRS[4] });
  await look(guest.page, PAIRS[4]);
  for (const path of ["answers", "answers/print"]) await open(guest.page, `/voice/${path}?site=${amina.site}`);
  nothingHappened();
});
