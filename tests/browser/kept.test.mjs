// A typed text is never lost: not by a mistake in the form, not by a second press, not by a dropped connection.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { desktop, openChromium, phone, shot } from "./house/browser.mjs";
import { demoHouse, enterFirstDoor, findByButton, findByList, SEND, send, signIn, somebody, takeTimeToWrite } from "./house/cast.mjs";

const SEND_IT = `form:has([name=did]) ${SEND}`;

let browser;
let demo;
let url;
let recipient;
before(async () => {
  browser = await openChromium();
  demo = await demoHouse("sqlite");
  url = demo.app.url;
  recipient = somebody(demo.app, "employee");
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** How many notes with these words the person praised has received. */
async function received(words) {
  const colleague = await desktop(browser);
  await signIn(colleague.page, url, recipient);
  await colleague.page.goto(`${url}/praise/mine`);
  const count = await colleague.page.locator("a[href^='/praise/']").filter({ hasText: words }).count();
  await colleague.leave();
  return count;
}

/** Everything that the form would send, hidden fields too. */
const contents = (page) =>
  page.evaluate(() => new URLSearchParams(new FormData(document.querySelector("form:has([name=did])"))).toString());

async function filledForm(guest, js, words) {
  await enterFirstDoor(guest.page, url, recipient.site);
  await (js ? findByList : findByButton)(guest.page, recipient.name.split(" ")[0], recipient.name);
  await guest.page.locator("[name=did]").fill(words);
}

// The page before may itself be the answer to a form (the finder's, without JavaScript). Then the browser asks whether to send
// that form again, and loading the page anew is to say yes.
async function goBack(page) {
  try {
    await page.goBack();
  } catch (error) {
    if (!error.message.includes("ERR_CACHE_MISS")) throw error;
    // The browser first puts its own page with the question there.
    await page.waitForTimeout(500);
    await page.reload();
  }
}

for (const js of [true, false]) {
  describe(js ? "with JavaScript" : "without JavaScript", () => {
    test("a form that is not right comes back with everything typed and leads to what is missing", async () => {
      const guest = await phone(browser, { js });
      const { page } = guest;
      await enterFirstDoor(page, url, recipient.site);
      await page.locator("[name=did]").fill("Danced with my grandmother. Ça alors! 你好");
      await page.locator("[name=sender_name]").fill("Zoë");
      await page.locator(SEND_IT).click();
      const summary = page.getByRole("alert").filter({ has: page.locator("a[href='#who']") });
      await summary.waitFor();
      assert.equal(await page.locator("[name=did]").inputValue(), "Danced with my grandmother. Ça alors! 你好");
      assert.equal(await page.locator("[name=sender_name]").inputValue(), "Zoë");
      assert.equal(await page.locator("[name=who]").getAttribute("aria-invalid"), "true", "the field says so itself");
      await shot(page, `kept mistakes js ${js}`);
      await guest.leave();
    });

    test("going back and sending again makes no second note", async () => {
      const guest = await phone(browser, { js });
      const { page } = guest;
      const words = `Sparrow ${js} ${Date.now().toString(36)}`;
      await filledForm(guest, js, words);
      const filled = await contents(page);
      await send(page);
      const first = new URL(page.url()).pathname;
      await goBack(page);
      await page.locator("[name=did]").waitFor();
      // A browser may bring the form back as it was, or fetch it anew: only the first can be sent twice.
      if ((await contents(page)) === filled) {
        await page.locator(SEND_IT).click();
        await page.waitForURL(/\/follow\//);
        assert.equal(new URL(page.url()).pathname, first, "the second press lands on the note that is there");
      }
      assert.equal(await received(words), 1);
      await guest.leave();
    });
  });
}

test("two presses in a row make one note", async () => {
  const guest = await phone(browser);
  const words = `Swallow ${Date.now().toString(36)}`;
  await filledForm(guest, true, words);
  await takeTimeToWrite(guest.page);
  await guest.page.locator(SEND_IT).dblclick();
  await guest.page.waitForURL(/\/follow\//);
  assert.equal(await received(words), 1);
  await guest.leave();
});

test("a dropped connection says so, keeps the text, and sends again when it is back", async () => {
  const guest = await phone(browser);
  const { page, context } = guest;
  const words = `Heron ${Date.now().toString(36)}`;
  await filledForm(guest, true, words);
  const form = page.locator("form:has([name=did])");
  const says = await form.getAttribute("data-keep-offline");
  const again = await form.getAttribute("data-keep-again");
  await takeTimeToWrite(page);
  await context.setOffline(true);
  await page.locator(SEND_IT).click();
  await page.getByText(says).first().waitFor();
  assert.equal(await page.locator("[name=did]").inputValue(), words);
  const button = page.getByRole("button", { name: again });
  await button.waitFor();
  await shot(page, "kept offline");
  await context.setOffline(false);
  // The page may notice by itself that the connection is back; then the button is gone before it is pressed.
  await button.click({ timeout: 2_000 }).catch(() => {});
  await page.waitForURL(/\/follow\//);
  assert.equal(await received(words), 1);
  // That the connection was gone stands in the console, and should.
  guest.trouble.splice(0, Infinity, ...guest.trouble.filter((line) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(line)));
  await guest.leave();
});

const TAXI = "Waited with us for the taxi.";

test("what was typed is there again after the page was loaded anew", async () => {
  const guest = await phone(browser);
  const { page } = guest;
  await enterFirstDoor(page, url, recipient.site);
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await page.locator("[name=did]").pressSequentially(TAXI);
  await page.reload();
  await page.waitForFunction((words) => document.querySelector("[name=did]")?.value === words, TAXI);
  await guest.leave();
});

test("an answer that is being typed stays when the guest takes back what it is about, and can still be read when it is sent", async () => {
  const answer = "We are sorry, and send somebody up.";
  const guest = await phone(browser);
  await guest.page.goto(`${url}/at/${recipient.site}/concern`);
  await guest.page.locator("[name=body]").fill("The lift is slow.");
  await takeTimeToWrite(guest.page);
  await guest.page.locator(`form:has([name=body]) ${SEND}`).click();
  await guest.page.waitForURL(/\/follow\//);
  const responder = await desktop(browser);
  const { page } = responder;
  await signIn(page, url, somebody(demo.app, "responder"));
  await page.goto(`${url}/inbox`);
  // What waits longest stands in front.
  while (await page.locator("a[rel=next]").count()) await Promise.all([page.waitForNavigation(), page.locator("a[rel=next]").first().click()]);
  await page.locator("li[id^=thread-] a").last().click();
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await page.locator("[name=text]").fill(answer);
  await guest.page.locator("details:has(form[action$='/withdraw']) summary").click();
  await guest.page.locator("form[action$='/withdraw'] button").click();
  await page.locator(".aside").waitFor();
  assert.equal(await page.locator("[name=text]").inputValue(), answer);
  assert.equal(await page.locator("form[action$='/close']").count(), 0, "all else is as it is now");
  await page.locator("form:has([name=text]) [data-keep-main]").click();
  await page.locator("#problems").waitFor();
  assert.equal(await page.locator("[name=text]").inputValue(), answer);
  assert.equal(await page.locator("form[action$='/reply']").count(), 0);
  // Nor is it taken away by what happens next, which another page hears of.
  const inbox = await responder.context.newPage();
  await inbox.goto(`${url}/inbox`);
  const waiting = await inbox.locator(".tab .tag").first().innerText();
  await guest.page.goto(`${url}/at/${recipient.site}/concern`);
  await guest.page.locator("[name=body]").fill("The stairs are dark.");
  await takeTimeToWrite(guest.page);
  await guest.page.locator(`form:has([name=body]) ${SEND}`).click();
  await inbox.waitForFunction((before) => document.querySelector(".tab .tag").innerText !== before, waiting);
  await page.waitForTimeout(1_000);
  assert.equal(await page.locator("[name=text]").inputValue(), answer);
  await shot(page, "an answer to what was taken back");
  responder.trouble.splice(0, Infinity, ...responder.trouble.filter((line) => !/409/.test(line)));
  await responder.leave();
  await guest.leave();
});

test("what was typed before the script had come is there again too", async () => {
  const guest = await phone(browser);
  const { page } = guest;
  let arrive;
  const slow = new Promise((resolve) => { arrive = resolve; });
  await page.route("**/keep*.js", async (route) => { await slow; await route.continue(); });
  await enterFirstDoor(page, url, recipient.site);
  await page.locator("[name=did]").pressSequentially(TAXI);
  arrive();
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await page.reload();
  await page.waitForFunction((words) => document.querySelector("[name=did]")?.value === words, TAXI);
  await guest.leave();
});

test("whoever was signed out while typing loses nothing, and sends it after signing in on another page", async () => {
  const writer = await desktop(browser);
  const { page, context } = writer;
  await signIn(page, url, recipient);
  await page.goto(`${url}/voice/new`);
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  const words = `Quokkas nest in the grand piano ${Date.now().toString(36)}`;
  await page.locator("[name=category]").first().check();
  await page.locator("[name=level][value=named]").check();
  await page.locator("[name=what]").fill(words);
  const form = page.locator("form:has([name=what])");
  const says = await form.getAttribute("data-keep-signed-out");
  await context.clearCookies();
  await form.locator("[data-keep-main]").click();
  await page.getByText(says).first().waitFor();
  assert.equal(await page.locator("[name=what]").inputValue(), words);
  await shot(page, "kept signed out");
  const [other] = await Promise.all([context.waitForEvent("page"), page.locator(".keep a").click()]);
  await other.waitForLoadState();
  await signIn(other, url, recipient);
  await other.close();
  await page.locator(".keep button").click();
  await page.waitForURL(/\/voice\/[0-9a-f-]{36}$/);
  assert.ok((await page.locator("h1").innerText()).includes(words));
  await writer.leave();
});

test("a password can be looked at while it is typed, and is one again before it is sent", async () => {
  const guest = await phone(browser);
  const { page } = guest;
  await page.goto(`${url}/sign-in`);
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  const [secret, look] = [page.locator("[name=secret]"), page.getByRole("button", { name: "Show what I type" })];
  await page.locator("[name=who]").fill(recipient.email);
  await secret.fill(recipient.password);
  assert.equal(await secret.getAttribute("type"), "password");
  await look.click();
  assert.equal(await secret.getAttribute("type"), "text");
  await page.getByRole("button", { name: "Hide what I type" }).waitFor();
  assert.equal(await secret.inputValue(), recipient.password);
  await shot(page, "a password looked at");
  await page.evaluate(() => addEventListener("submit", ({ target }) => sessionStorage.setItem("sent as", target.elements.secret.type)));
  await secret.press("Enter");
  await page.waitForURL((now) => !now.pathname.startsWith("/sign-in"));
  assert.equal(await page.evaluate(() => sessionStorage.getItem("sent as")), "password");
  await guest.leave();
  const plain = await phone(browser, { js: false });
  await plain.page.goto(`${url}/sign-in`);
  assert.equal(await plain.page.getByRole("button", { name: "Show what I type" }).count(), 0, "without scripts there is nothing to press");
  await plain.leave();
});

test("what somebody typed and did not send is shown to nobody else on the same computer", async () => {
  const shared = await desktop(browser);
  const { page } = shared;
  const secret = "He reads my locker, and nobody believes me.";
  const typed = async () => {
    await page.goto(`${url}/voice/new`);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    return page.locator("[name=what]").inputValue();
  };
  await signIn(page, url, recipient);
  await typed();
  await page.locator("[name=what]").pressSequentially(secret);
  assert.equal(await typed(), secret, "whoever typed it finds it again");
  // The session ends without a word, and somebody else signs in.
  await page.context().clearCookies();
  await signIn(page, url, somebody(demo.app, "site_manager"));
  assert.equal(await typed(), "");
  await page.context().clearCookies();
  await signIn(page, url, recipient);
  assert.equal(await typed(), secret);
  await page.locator("form[action='/sign-out'] button").first().evaluate((button) => button.click());
  await page.waitForURL(/sign-in/);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0, "signing out takes it away");
  await shared.leave();
});
