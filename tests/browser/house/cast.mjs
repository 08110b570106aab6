// Who plays, and the small steps that every journey is made of. Fields are found by the names that forms post, which are the
// same in every language; people and results by what a person can read.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { command, house, startApp } from "./app.mjs";
import { newDatabase } from "./postgres.mjs";

const SITE = "seaside";
const AMINA = { name: "Amina Haddad", given: "Amina", email: "amina@example.org", number: "1001" };
const PASSWORD = "harbour lights after the rain";

/** The button of a form that sends it: not the finder's, not "just say thank you". */
export const SEND = "button[type=submit]:not([name])";

/** The demo in a house of its own, with the sign-ins that it prints: { app, place, base (of PostgreSQL), stop() }. */
export async function demoHouse(engine, { env = {} } = {}) {
  const base = engine === "postgres" ? await newDatabase() : null;
  const place = house(base?.url ?? "sqlite");
  let app;
  const stop = async () => {
    await app?.stop();
    await base?.drop();
    place.tearDown();
  };
  try {
    app = await startApp(place, { args: ["demo", "--seed", "7", "--sites", "2"], env });
    assert.notEqual(app.signIns.length, 0, `demo should print sign-ins, but printed:\n${app.printed()}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { app, place, base, stop };
}

/** Somebody of this role whom the demo names with site and name. */
export function somebody(app, role) {
  const found = app.signIns.find((signIn) => signIn.role === role);
  assert.ok(found, `demo should print a sign-in for the role ${role}, but printed:\n${app.printed()}`);
  return found;
}

/** One site, a few people and a password for Amina, by the commands that an operator uses. */
export async function furnish(place, page, url, env = {}) {
  const file = (name, lines) => {
    const path = join(place.dataDir, name);
    writeFileSync(path, `${lines.join("\n")}\n`);
    return path;
  };
  const sites = ["name,slug,time_zone,languages,country", `Seaside,${SITE},Europe/Berlin,en de,DE`];
  await command(place, ["import", "sites", file("sites.csv", sites)], { env });
  const columns = "employee_number,given_name,family_name,preferred_name,email,job_title,site,department,team,manager_number";
  const people = [
    `${columns},started_on,left_on,role`,
    `${AMINA.number},Amina,Haddad,,${AMINA.email},Receptionist,${SITE},Front desk,,,2020-01-01,,employee`,
    `1002,Jonas,Lindqvist,,jonas@example.org,Porter,${SITE},Front desk,,,2021-01-01,,employee`,
    `1003,Mireille,Okafor,,mireille@example.org,Cook,${SITE},Kitchen,,,2019-01-01,,employee`,
  ];
  await command(place, ["import", "people", file("people.csv", people)], { env });
  return { role: "admin", ...(await letIn(place, page, url, AMINA.email, env)), site: SITE, name: AMINA.name };
}

/** Makes somebody an administrator by the operator's command, who chooses a password here; gives what they sign in with. */
export async function letIn(place, page, url, email, env = {}) {
  const printed = await command(place, ["admin", "create", "--email", email], { env });
  const link = printed.match(/https?:\/\/\S+/)?.[0];
  assert.ok(link, `admin create should print a link, but printed:\n${printed}`);
  // The command does not know on which port the server of this test listens.
  await page.goto(new URL(new URL(link).pathname, url).href);
  for (const field of await page.locator("input[type=password]").all()) await field.fill(PASSWORD);
  await page.locator(`form:has(input[type=password]) ${SEND}`).click();
  await page.waitForURL((now) => now.pathname !== new URL(link).pathname);
  return { email, password: PASSWORD };
}

export async function signIn(page, url, { email, password }) {
  await page.goto(`${url}/sign-in`);
  await page.locator("[name=who]").fill(email);
  await page.locator("[name=secret]").fill(password);
  await page.locator(`form:has([name=secret]) ${SEND}`).click();
  await page.waitForURL((now) => !now.pathname.startsWith("/sign-in"));
}

/**
 * Turns the page to a language by its own switch, where the browser's or the account's language is another. Where nobody is
 * known there is no cookie to keep it, so it stands in the address.
 */
export async function speak(page, lang) {
  if ((await page.locator("html").getAttribute("lang")) === lang) return;
  const button = page.locator(`form[action='/language'] button[value='${lang}']`).first();
  if ((await button.count()) > 0) {
    await button.click();
  } else {
    const here = new URL(page.url());
    here.searchParams.set("lang", lang);
    await page.goto(here.href);
  }
  await page.locator(`html[lang='${lang}']`).waitFor({ state: "attached" });
}

/** The name as a hurried thumb types it: two neighbouring letters change places. */
export function typo(name) {
  const letters = [...name];
  const at = letters.length > 4 ? 2 : 1;
  [letters[at], letters[at + 1]] = [letters[at + 1], letters[at]];
  return letters.join("");
}

/** From the three doors to the first one's form. */
export async function enterFirstDoor(page, url, site) {
  await page.goto(`${url}/at/${site}`);
  await page.locator(`a[href^='/at/${site}/praise']`).first().click();
  await page.locator("[name=did]").waitFor();
  shown.set(page, Date.now());
}

// Words that come sooner after the form than a person can write them wait in the queue for somebody's look. Whoever plays a
// person therefore takes a person's time.
const TAKES_TO_WRITE = 2_200;
const shown = new WeakMap();

/** Waits until a person would have written what the form of `enterFirstDoor` holds by now. */
export async function takeTimeToWrite(page) {
  const left = (shown.get(page) ?? 0) + TAKES_TO_WRITE - Date.now();
  if (left > 0) await page.waitForTimeout(left);
}

/** With JavaScript: types and takes the person from the list that opens. */
export async function findByList(page, typed, name) {
  await page.getByRole("combobox").pressSequentially(typed, { delay: 20 });
  await page.getByRole("option").filter({ hasText: name }).first().click();
}

/** Without JavaScript: types, presses "find", takes the radio button with the person's name. */
export async function findByButton(page, typed, name) {
  await page.locator("[name=who]").fill(typed);
  await page.locator("button[name=step][value=find]").click();
  await page.locator("label", { has: page.locator("input[type=radio][name=person]") }).filter({ hasText: name }).first().click();
  assert.ok(await page.locator("input[type=radio][name=person]:checked").count(), `${name} should be chosen`);
}

/**
 * Sends the form and gives the moment (in milliseconds since 1970) when the answer to the submit reached the browser.
 * The answer sends the sender on to the private follow page.
 */
export async function send(page) {
  const isSubmit = (request) => request.method() === "POST" && new URL(request.url()).pathname.endsWith("/praise");
  await takeTimeToWrite(page);
  const answered = page.waitForResponse((answer) => isSubmit(answer.request()));
  await page.locator(`form:has([name=did]) ${SEND}`).click();
  const answer = await answered;
  const arrived = Date.now();
  assert.equal(answer.status(), 303, "a sent note answers 303");
  await page.waitForURL(/\/follow\//);
  // Timing from the browser itself where it has one: a busy test process may hear of the answer late.
  const { startTime, responseStart } = answer.request().timing();
  return responseStart > 0 ? startTime + responseStart : arrived;
}

/**
 * Waits on an open page, without reloading it, until the words stand there; gives the moment (milliseconds since 1970).
 * Call before the words are sent, await after.
 */
export async function watchFor(page, words) {
  await page.evaluate((wanted) => {
    window.notReloaded = wanted;
    window.appearedAt = null;
    const look = () => {
      if (window.appearedAt === null && document.body.innerText.includes(wanted)) window.appearedAt = Date.now();
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  }, words);
  assert.equal(await page.evaluate("window.appearedAt"), null, "the note should not be there before it is sent");
  return async (within) => {
    // Looked at from outside as well, so that a page which was reloaded is told apart from one where nothing came.
    const until = Date.now() + within;
    for (;;) {
      const seen = await page.evaluate(() => ({ at: window.appearedAt ?? null, kept: window.notReloaded !== undefined }));
      assert.ok(seen.kept, "the page should show the note without being loaded again");
      if (seen.at !== null) return seen.at;
      assert.ok(Date.now() < until, `the note should appear within ${within} ms`);
      await page.waitForTimeout(20);
    }
  };
}
