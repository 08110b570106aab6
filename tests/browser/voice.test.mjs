// Raising and joining on a phone, in both languages, with and without JavaScript.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { desktop, openChromium, phone } from "./house/browser.mjs";
import { demoHouse, signIn, somebody } from "./house/cast.mjs";

let browser;
let demo;
let url;
let employee;
let manager;

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
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const MAIN = "form.raise [data-keep-main]";

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

      test("somebody is kept out, and a colleague says me too and takes it back", async () => {
        const who = await phone(browser, { state: employee, lang, js });
        const { page } = who;
        const boss = somebody(demo.app, "site_manager").name;
        const words = `The trolleys squeak, ${lang} ${js}`;
        await page.goto(`${url}/voice/new`);
        await page.locator("#what").fill(words);
        await page.locator("[name=category]:not([data-delicate])").first().check();
        await page.locator("#level-named").check();
        await page.locator("#who").fill(boss);
        if (js) await page.locator(".finder-list [role=option]").first().click();
        else {
          await page.locator("[name=step][value=find]").click();
          await page.locator("[data-finder-candidates] input").first().check();
        }
        await page.locator(MAIN).click();
        await page.waitForURL(/\/voice\/[0-9a-f-]{36}$/);
        const address = page.url();
        const other = await phone(browser, { state: manager, lang, js });
        assert.equal((await other.page.goto(address)).status(), 404, "whom it is kept from does not find it");
        await other.context.close();
        const colleague = await phone(browser, { lang, js });
        await signIn(colleague.page, url, somebody(demo.app, "responder"));
        await colleague.page.goto(address);
        const people = () => colleague.page.locator("header .note-about").innerText();
        assert.match(await people(), /\b1\b/);
        await colleague.page.locator("form[action$='/support'] button").click();
        await colleague.page.waitForSelector("[name=step][value=end]");
        assert.match(await people(), /\b2\b/);
        await colleague.page.locator("[name=step][value=end]").click();
        await colleague.page.waitForSelector("form[action$='/support'] .button");
        assert.match(await people(), /\b1\b/);
        assert.deepEqual(who.trouble, []);
        await who.context.close();
        await colleague.context.close();
      });
    });
  }
}
