// Raising and joining on a phone, in both languages, with and without JavaScript.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { desktop, openChromium, phone, shot } from "./house/browser.mjs";
import { demoHouse, signIn, somebody } from "./house/cast.mjs";

let browser;
let demo;
let url;
let employee;
let manager;
// Answers nothing and works in the same house: the manager answers there, and whoever answers guests stands in for the manager.
let colleague;

before(async () => {
  browser = await openChromium();
  demo = await demoHouse("sqlite");
  url = demo.app.url;
  const stateOf = async (role) => {
    const who = await desktop(browser);
    await signIn(who.page, url, somebody(demo.app, role));
    const state = await who.state();
    await who.context.close();
    return state;
  };
  employee = await stateOf("employee");
  manager = await stateOf("site_manager");
  colleague = await stateOf("employee_without_mail");
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const MAIN = "form.raise [data-keep-main]";
const ISSUE = /\/voice\/[0-9a-f-]{36}$/;

/** Sends what is raised by name; where something like it is there already, it is asked about once, and sent all the same. */
async function raise(page) {
  const sent = (answer) => answer.request().method() === "POST" && new URL(answer.url()).pathname === "/voice";
  const [answer] = await Promise.all([page.waitForResponse(sent), page.locator(MAIN).click()]);
  if (answer.status() !== 303) {
    await page.locator(".raise:has([name=anyway]) [data-keep-main]:not([aria-busy])").click();
  }
  await page.waitForURL(ISSUE);
}

for (const lang of ["en", "de"]) {
  for (const js of [true, false]) {
    describe(`on a phone in ${lang}, ${js ? "with" : "without"} JavaScript`, () => {
      test("what is delicate shows its channel, offers no name, and is sent in confidence", async () => {
        const who = await phone(browser, { state: employee, lang, js });
        const { page } = who;
        await page.goto(`${url}/voice/new`);
        const delicate = page.locator("[data-delicate]").first();
        const channel = page.locator(".subject:has([data-delicate]) .channel").first();
        assert.equal(await channel.isVisible(), false, "the channel waits for its subject");
        await delicate.check();
        assert.equal(await channel.isVisible(), true);
        assert.equal(await page.locator("#level-named").isVisible(), false);
        assert.equal(await page.locator(".reach").isVisible(), false);
        await page.locator("#what").fill("Somebody waits for me after the shift.");
        await page.locator("#level-confidential").check();
        await page.locator(MAIN).click();
        await page.waitForURL(/\/voice\/[0-9a-f-]{36}$/);
        assert.match(await page.locator("h1").innerText(), /Somebody waits for me/);
        assert.deepEqual(who.trouble, []);
        await who.context.close();
      });

      test("whom it is kept from does not find it, and a colleague says me too and takes it back", async () => {
        const who = await phone(browser, { state: employee, lang, js });
        const { page } = who;
        const boss = somebody(demo.app, "site_manager").name;
        const words = `The trolleys squeak, ${lang} ${js}`;
        await page.goto(`${url}/voice/new`);
        if (js) await page.locator("html[data-ready]").waitFor({ state: "attached" });
        await page.locator("#what").fill(words);
        await page.locator("[name=category]:not([data-delicate])").first().check();
        await page.locator("#level-named").check();
        await page.locator("#who").fill(boss);
        if (js) await page.locator(".finder-list [role=option]").first().click();
        else {
          await page.locator("[name=step][value=find]").click();
          await page.locator("[data-finder-candidates] input").first().check();
        }
        await raise(page);
        const address = page.url();
        const other = await phone(browser, { state: manager, lang, js });
        assert.equal((await other.page.goto(address)).status(), 404, "whom it is kept from does not find it");
        await other.context.close();
        const joining = await phone(browser, { state: colleague, lang, js });
        await joining.page.goto(address);
        const people = () => joining.page.locator("header .note-about").innerText();
        assert.match(await people(), /\b1\b/);
        await joining.page.locator("form[action$='/support'] button").click();
        await joining.page.waitForSelector("[name=step][value=end]");
        assert.match(await people(), /\b2\b/);
        await joining.page.locator("[name=step][value=end]").click();
        await joining.page.waitForSelector("form[action$='/support'] .button");
        assert.match(await people(), /\b1\b/);
        assert.deepEqual([...who.trouble, ...joining.trouble], []);
        await joining.context.close();
        await who.context.close();
      });

      test("what a colleague said already is offered, and joining it counts", async () => {
        const words = { en: "The ice maker by the pool leaks", de: "Die Eismaschine am Pool ist undicht" }[lang];
        const first = await phone(browser, { state: employee, lang, js });
        await first.page.goto(`${url}/voice/new`);
        await first.page.locator("#what").fill(`${words}, ${js}.`);
        await first.page.locator("[name=category]:not([data-delicate])").first().check();
        await first.page.locator("#level-named").check();
        await raise(first.page);
        const address = new URL(first.page.url()).pathname;
        await first.context.close();
        const who = await phone(browser, { state: colleague, lang, js });
        const { page } = who;
        await page.goto(`${url}/voice/new`);
        if (js) await page.locator("html[data-ready]").waitFor({ state: "attached" });
        await page.locator("#place").fill("Pool");
        await page.locator("#what").pressSequentially(`${words}, ${js}`, { delay: 5 });
        const join = page.locator(`.similar button[formaction='${address}/support']`);
        if (!js) {
          await page.locator("[name=category]:not([data-delicate])").first().check();
          await page.locator("#level-named").check();
          await page.locator(MAIN).click();
        }
        await join.waitFor();
        assert.equal(await page.locator("#what").inputValue(), `${words}, ${js}`);
        assert.equal(await page.locator("#place").inputValue(), "Pool");
        await shot(page, `similar-${lang}-${js}`);
        await join.click();
        await page.waitForURL(`${url}${address}*`);
        assert.match(await page.locator("header .note-about").innerText(), /\b2\b/);
        assert.deepEqual(who.trouble, []);
        await who.context.close();
      });
    });
  }
}

test("who is typing an answer keeps the words and the caret when it is taken back", async () => {
  const raiser = await phone(browser, { state: employee });
  await raiser.page.goto(`${url}/voice/new`);
  await raiser.page.locator("#what").fill("The laundry lift rattles.");
  await raiser.page.locator("[name=category]:not([data-delicate])").first().check();
  await raiser.page.locator("#level-named").check();
  await raise(raiser.page);
  const address = new URL(raiser.page.url()).pathname;
  const answering = await desktop(browser, { state: manager });
  const { page } = answering;
  await page.goto(`${url}${address}`);
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await page.locator(`form[action='${address}/reply'] [name=text]`).pressSequentially("The mechanic ");
  await raiser.page.goto(`${url}${address}/withdraw`);
  await raiser.page.locator("form[action$='/withdraw'] button").click();
  await page.waitForFunction(() => !document.querySelector("form[action$='/state']"));
  await page.keyboard.type("comes today.");
  assert.equal(await page.locator(`form[action='${address}/reply'] [name=text]`).inputValue(), "The mechanic comes today.");
  await page.locator(`form[action='${address}/reply'] [data-keep-main]`).click();
  await page.locator("#problems").waitFor();
  assert.equal(await page.locator("[name=text]").inputValue(), "The mechanic comes today.");
  answering.trouble.splice(0, Infinity, ...answering.trouble.filter((line) => !/409/.test(line)));
  await answering.leave();
  await raiser.leave();
});
