// Pages that no link on a page leads to: the way there is a mail, a printed line, a slip of paper, a code on a wall, or
// something that goes wrong. Every way is walked as a person walks it; no address is put together here.
import assert from "node:assert/strict";
import { enterFirstDoor, findByList, SEND, send, signIn, somebody, speak, typo } from "./cast.mjs";
import { breakTable, lockOut } from "./postgres.mjs";
import { scan } from "./qr.mjs";

const submit = (page, field) => page.locator(`form:has([name=${field}]) ${SEND}`).click();
const problems = (page) => page.locator("#problems").waitFor();
const heading = (page) => page.locator("h1").first().waitFor();

// Mails and printed lines name the address that the program was started with: in these tests that is the one it listens on.
const open = (page, link) => page.goto(link);

/** Fills one guest's praise, with an address if one is given, and leaves the page as it is after sending. */
async function praise({ page, url, recipient }, { email = "", did = "Held the lift for us." } = {}) {
  await enterFirstDoor(page, url, recipient.site);
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await findByList(page, typo(recipient.name.split(" ")[0]), recipient.name);
  await page.locator("[name=did]").fill(did);
  await page.locator("[name=sender_email]").fill(email);
  await send(page);
}

async function ask({ page, url, recipient }, kind, email = "", words = "The lift to the third floor stood still all morning.") {
  await page.goto(`${url}/at/${recipient.site}`);
  await page.locator(`a[href*='/${kind}']`).click();
  await page.locator("[name=body]").fill(words);
  await page.locator("[name=sender_email]").fill(email);
  await submit(page, "body");
  await page.waitForURL(/\/follow\//);
}

/** A person nobody knew before, entered by the administrator, who stays on that person's page. */
async function newcomer({ admin, url, number }, email) {
  await admin.goto(`${url}/admin/people/new`);
  await admin.locator("[name=given_name]").fill("Ines");
  await admin.locator("[name=family_name]").fill(`Newcomer ${number()}`);
  await admin.locator("[name=job_title]").fill("Night porter");
  await admin.locator("[name=email]").fill(email);
  await submit(admin, "given_name");
  await admin.locator("form[action$='/own-code']").waitFor();
}

const freshAddress = (world) => `somebody${world.number()}@example.org`;

/** What stands on the slip: { number, code }. */
async function slip(world) {
  const { admin } = world;
  await newcomer(world, "");
  const number = await admin.locator("[name=employee_number]").inputValue();
  await admin.locator("form[action$='/own-code'] button").click();
  const code = (await admin.locator(".slip-code").first().innerText()).trim();
  return { number, code };
}

async function invitation(world) {
  const email = freshAddress(world);
  await newcomer(world, email);
  await world.admin.locator("form[action$='/invite'] button").click();
  return (await world.letters.next(email, "/invited/")).link;
}

async function askForReset(page, url, email) {
  await page.goto(`${url}/reset`);
  await page.locator("[name=email]").fill(email);
  await submit(page, "email");
  await heading(page);
}

async function resetLink(world) {
  const { email } = somebody(world.app, "responder");
  await askForReset(world.page, world.url, email);
  return (await world.letters.next(email, "/reset/")).link;
}

/** From a guest's address to the mail with an answer in it, and from there the link that stops such mails. */
async function stopLink(world) {
  const { page, url, states, newPage } = world;
  const email = freshAddress(world);
  const words = `Is there a room for prams? ${email}`;
  await ask(world, "question", email, words);
  await open(page, (await world.letters.next(email, "/mail/confirm/")).link);
  await page.locator("main form button").click();
  await page.locator("main form").waitFor({ state: "detached" });
  const responder = await newPage(states.responder);
  await responder.goto(`${url}/inbox`);
  const asked = responder.locator(".note-first a").filter({ hasText: words });
  while ((await asked.count()) === 0) await responder.locator("a[rel=next]").click();
  await asked.click();
  await responder.locator("[name=text]").fill("It runs again since this morning.");
  await submit(responder, "text");
  await responder.locator(".message.staff").waitFor();
  await responder.context().close();
  return (await world.letters.next(email, "/mail/stop/")).link;
}

/** The link on the card of a note that was just sent, as the colleague's own phone reads it. */
async function card(world) {
  await praise(world);
  return scan(world.page.locator(".card-code img"));
}

/** The codes of the first site, made if there are none: the printed address of the first one. */
async function printedCode({ admin, url }, level) {
  await admin.goto(`${url}/admin/codes?level=${level}`);
  await admin.locator("button[formmethod=post]").click();
  await admin.locator(".code").first().waitFor();
  return scan(admin.locator(".code:not(.revoked) img").first());
}

const asStaff = (role) => ({ state: ({ states }) => states[role] });

/**
 * Name, the way there (`go`), and whose browser it is. `go` gets the world: { page (the one that is looked at), lang, url, app,
 * recipient, letters, states (who is signed in), newPage(state),
 * admin (an administrator's page), setUpLink, emptyUrl, postgres, number() }.
 */
export const UNLINKED = [
  { name: "set-up", go: ({ page, setUpLink }) => open(page, setUpLink) },
  {
    name: "set-up with mistakes",
    async go({ page, setUpLink }) {
      await open(page, setUpLink);
      await submit(page, "organisation");
      await problems(page);
    },
  },
  { name: "invited", async go(world) { await open(world.page, await invitation(world)); } },
  {
    name: "invited with a weak password",
    async go(world) {
      await open(world.page, await invitation(world));
      await world.page.locator("[name=password]").fill("hello");
      await submit(world.page, "password");
      await problems(world.page);
    },
  },
  {
    name: "the same invitation again",
    async go(world) {
      const link = await invitation(world);
      await open(world.page, link);
      await world.page.locator("[name=password]").fill("harbour lights after the rain");
      await submit(world.page, "password");
      await world.page.waitForURL((now) => !now.pathname.startsWith("/invited/"));
      await open(world.page, link);
      assert.ok(await world.page.locator("a[href='/reset']").count(), "a link that is over should offer a new one");
    },
  },
  { name: "reset sent", go: ({ page, url }) => askForReset(page, url, "nobody@example.org") },
  { name: "reset with mistakes", go: ({ page, url }) => askForReset(page, url, "no address") },
  { name: "reset", async go(world) { await open(world.page, await resetLink(world)); } },
  {
    name: "reset with a weak password",
    async go(world) {
      await open(world.page, await resetLink(world));
      await world.page.locator("[name=password]").fill("hello");
      await submit(world.page, "password");
      await problems(world.page);
    },
  },
  {
    name: "sign-in that does not fit",
    async go({ page, url }) {
      await page.goto(`${url}/sign-in`);
      await page.locator("[name=who]").fill("nobody@example.org");
      await page.locator("[name=secret]").fill("not the right one");
      await submit(page, "secret");
      await problems(page);
    },
  },
  {
    name: "people let in, with a slip and one left out",
    ...asStaff("admin"),
    async go(world) {
      const { page, url } = world;
      await newcomer(world, "");
      await newcomer(world, freshAddress(world));
      await page.goto(`${url}/admin/people/entry`);
      await page.locator("[name=person]").first().waitFor();
      // Somebody else was quicker with one of them.
      await world.admin.goto(`${url}/admin/people/entry`);
      const [first, ...others] = await world.admin.locator("[name=person]").all();
      await first.waitFor();
      for (const other of others) await other.uncheck();
      await world.admin.locator("form[method=post][action='/admin/people/entry'] button").click();
      await world.admin.locator("form[method=post][action='/admin/people/entry']").waitFor({ state: "detached" });
      await page.locator("form[method=post][action='/admin/people/entry'] button").click();
      await page.locator(".slip").first().waitFor();
      await page.locator("#left-out").waitFor();
    },
  },
  {
    name: "nobody ticked among people to let in",
    ...asStaff("admin"),
    async go(world) {
      const { page, url } = world;
      await newcomer(world, "");
      await page.goto(`${url}/admin/people/entry`);
      for (const box of await page.locator("[name=person]").all()) await box.uncheck();
      await page.locator("form[method=post][action='/admin/people/entry'] button").click();
      await problems(page);
    },
  },
  {
    name: "first change of the code on the slip",
    async go(world) {
      const { number, code } = await slip(world);
      await signIn(world.page, world.url, { email: number, password: code });
      await world.page.locator("[name=code]").waitFor();
    },
  },
  {
    name: "change of an own code",
    async go(world) {
      const { page, url } = world;
      const { number, code } = await slip(world);
      await signIn(page, url, { email: number, password: code });
      await page.locator("[name=code]").fill("quiet orchard 71");
      await submit(page, "code");
      await page.waitForURL(/\/home$/);
      await page.goto(`${url}/account/sessions`);
      await page.locator("a[href='/account/code']").click();
      await page.locator("[name=current]").waitFor();
      await submit(page, "code");
      await problems(page);
    },
  },
  { name: "signed out in the middle of a form", ...asStaff("employee"), async go({ page, url }) {
    await page.goto(`${url}/praise/new`);
    await page.locator("[name=did]").fill("Stayed until the last guest had a room.");
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await page.context().clearCookies();
    await submit(page, "did");
    await page.locator(".keep a").waitFor();
  } },
  { name: "sign-in after a form that was not taken", async go({ page, url }) {
    await page.goto(`${url}/sign-in?next=/praise/new&unsent=1`);
    await page.locator("[name=secret]").waitFor();
  } },
  { name: "the card's own page", async go(world) { await open(world.page, await card(world)); } },
  {
    name: "seen",
    async go(world) {
      await open(world.page, await card(world));
      await world.page.locator("main form button").click();
      await world.page.locator("main a[href='/praise/mine']").waitFor();
    },
  },
  {
    name: "confirming an address",
    async go(world) {
      const email = freshAddress(world);
      await praise(world, { email });
      await open(world.page, (await world.letters.next(email, "/mail/confirm/")).link);
    },
  },
  {
    name: "address confirmed",
    async go(world) {
      const email = freshAddress(world);
      await ask(world, "question", email);
      await open(world.page, (await world.letters.next(email, "/mail/confirm/")).link);
      await world.page.locator("main form button").click();
      await world.page.locator("main form").waitFor({ state: "detached" });
    },
  },
  { name: "stopping mails", async go(world) { await open(world.page, await stopLink(world)); } },
  {
    name: "mails stopped",
    async go(world) {
      await open(world.page, await stopLink(world));
      await world.page.locator("main form button").click();
      await world.page.locator("main form").waitFor({ state: "detached" });
    },
  },
  { name: "a note whose name nobody knew, just sent", async go({ page, url, recipient }) {
    await enterFirstDoor(page, url, recipient.site);
    await page.locator("[name=unknown]").check();
    await page.locator("[name=what_role]").fill("At the bar");
    await page.locator("[name=did]").fill("Mixed a drink without alcohol for my daughter.");
    await send(page);
  } },
  {
    name: "withdrawing a note",
    async go(world) {
      await praise(world);
      await world.page.locator("a[href$='/withdraw']").click();
      await world.page.locator("form[action$='/withdraw']").waitFor();
    },
  },
  {
    name: "a note withdrawn",
    async go(world) {
      await praise(world);
      await world.page.locator("a[href$='/withdraw']").click();
      await world.page.locator("form[action$='/withdraw'] button").click();
      await world.page.locator("form[action$='/withdraw']").waitFor({ state: "detached" });
    },
  },
  { name: "a concern, just sent", go: (world) => ask(world, "concern") },
  { name: "a code for the whole organisation", async go(world) { await open(world.page, await printedCode(world, "organisation")); } },
  {
    name: "a badge",
    async go(world) {
      await open(world.page, await printedCode(world, "person"));
      await heading(world.page);
    },
  },
  {
    name: "a stopped code",
    async go(world) {
      const link = await printedCode(world, "place");
      const one = world.admin.locator(".code:not(.revoked)").first();
      await one.locator("summary").click();
      await one.locator("form[action$='/revoke'] button").click();
      await world.admin.locator("#flash").waitFor();
      await open(world.page, link);
    },
    status: 410,
  },
  {
    name: "what an import would do, with mistakes",
    ...asStaff("admin"),
    async go({ page, url, recipient }) {
      await page.goto(`${url}/admin/people/import`);
      await page.locator("[name=csv]").fill(`employee_number,given_name,job_title,site\n1,,Porter,nowhere\n2,Lea,Cook,${recipient.site}\n`);
      await page.locator("button[value=check]").click();
      await page.locator("button[value=edit]").waitFor();
    },
  },
  {
    name: "what an import would do",
    ...asStaff("admin"),
    async go({ page, url, recipient }) {
      await page.goto(`${url}/admin/people/import`);
      await page.locator("[name=csv]").fill(`employee_number,given_name,family_name,job_title,site\nx77,Lea,Lind,Cook,${recipient.site}\n`);
      await page.locator("button[value=check]").click();
      await page.locator("button[value=import]").waitFor();
    },
  },
  {
    name: "a test of the mail",
    ...asStaff("admin"),
    async go({ page, url }) {
      await page.goto(`${url}/admin/mail`);
      await page.locator("[name=to]").fill("operator@example.org");
      await submit(page, "to");
      await page.locator("[role=status] code").waitFor();
    },
  },
  { name: "403", ...asStaff("employee"), go: ({ page, url }) => page.goto(`${url}/admin`), status: 403 },
  { name: "404, signed in", ...asStaff("employee"), go: ({ page, url }) => page.goto(`${url}/no-such-page`), status: 404 },
  {
    name: "409",
    ...asStaff("admin"),
    async go({ page, url }) {
      await page.goto(`${url}/admin/organisation`);
      const elsewhere = await page.context().newPage();
      await elsewhere.goto(`${url}/admin/organisation`);
      await submit(elsewhere, "values");
      await elsewhere.waitForURL((now) => now.pathname !== "/x");
      await elsewhere.locator("#flash").waitFor();
      await elsewhere.close();
      await submit(page, "values");
      await page.locator("a.button[href^='/admin/organisation']").waitFor();
    },
    status: 409,
  },
  {
    name: "413",
    async go({ page, url }) {
      await page.goto(`${url}/reset`);
      await page.locator("[name=email]").fill("a".repeat(300_000));
      await Promise.all([page.waitForResponse((answer) => answer.status() === 413), submit(page, "email")]);
      await heading(page);
    },
    status: 413,
  },
  {
    name: "422",
    ...asStaff("admin"),
    async go({ page, url, recipient }) {
      await page.goto(`${url}/admin/sites`);
      await page.locator(`a[href='/admin/sites/${recipient.site}']`).click();
      await page.locator("[name=version]").evaluate((field) => field.remove());
      await submit(page, "time_zone");
      await page.locator("[name=time_zone]").waitFor({ state: "detached" });
    },
    status: 400,
  },
  {
    // In the house that nobody has set up yet: the wait is by address, and the others still want to sign in.
    name: "429",
    async go({ page, emptyUrl }) {
      await page.goto(`${emptyUrl}/reset`);
      await page.evaluate(async () => {
        const body = () => new URLSearchParams({ email: "" });
        for (let tries = 0; tries < 40; tries += 1) if ((await fetch("/reset", { method: "POST", body: body() })).status === 429) return;
      });
      await submit(page, "email");
      await page.locator("[name=email]").waitFor({ state: "detached" });
    },
    status: 429,
  },
  {
    name: "500",
    async go({ page, postgres }) {
      const mend = await breakTable(postgres.base, "qr_code");
      await page.goto(`${postgres.url}/q/ABCDEFGH`);
      await mend();
    },
    status: 500,
  },
  {
    name: "503",
    async go({ page, postgres }) {
      const letIn = await lockOut(postgres.base);
      await page.goto(`${postgres.url}/at/nowhere`);
      await letIn();
    },
    status: 503,
  },
];

/** Turns a signed-in person's pages to a language before the way begins: the last page of it may be one that cannot be asked for again. */
export async function beginIn(page, url, lang) {
  await page.goto(`${url}/home`);
  await speak(page, lang);
}
