// Pages that no link leads to have to be as good as the others: WCAG 2.2 AA as far as axe can tell, in both languages, light
// and dark, on a phone and on a screen; no sideways scrolling; every control within the keyboard's reach; a silent console.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { house, startApp } from "./house/app.mjs";
import { axeInBothColours } from "./house/axe.mjs";
import { desktop, openChromium, shot } from "./house/browser.mjs";
import { demoHouse, signIn, somebody } from "./house/cast.mjs";
import { tabThrough } from "./house/keyboard.mjs";
import { mailbox } from "./house/mailbox.mjs";
import { newDatabase } from "./house/postgres.mjs";
import { beginIn, UNLINKED } from "./house/unlinked.mjs";

const SCREENS = { 1280: { width: 1280, height: 900 }, 390: { width: 390, height: 844 } };

let browser;
let demo;
const world = { states: {}, letters: null, admin: null, number: null };
const stops = [];

/** A server on an empty database. */
async function emptyHouse(database) {
  const place = house(database);
  stops.push(() => place.tearDown());
  const app = await startApp(place);
  stops.push(() => app.stop());
  return app;
}

before(async () => {
  browser = await openChromium();
  // Limits off: these guests all come from one address, and praise over the limit has no card.
  demo = await demoHouse("sqlite", { env: { PEOPLEWORTHY_LIMITS: "off" } });
  stops.push(() => demo.stop());
  const empty = await emptyHouse("sqlite");
  const base = await newDatabase();
  stops.push(() => base.drop());
  const onPostgres = await emptyHouse(base.url);
  let last = 0;
  Object.assign(world, {
    app: demo.app,
    url: demo.app.url,
    recipient: somebody(demo.app, "employee"),
    letters: mailbox(demo.place),
    setUpLink: empty.printed().match(/https?:\/\/\S+\/set-up\/\S+/)?.[0],
    emptyUrl: empty.url,
    postgres: { base, url: onPostgres.url },
    number: () => (last += 1),
    newPage: async (state) => (await desktop(browser, { state })).page,
  });
  assert.ok(world.setUpLink, `an empty house should print a set-up link, but printed:\n${empty.printed()}`);
  for (const role of ["employee", "responder", "admin"]) {
    const who = await desktop(browser);
    await signIn(who.page, world.url, somebody(demo.app, role));
    world.states[role] = await who.state();
    await who.context.close();
  }
  const admin = await desktop(browser, { state: world.states.admin });
  world.admin = admin.page;
});
after(async () => {
  await browser?.close();
  for (const stop of stops.reverse()) await stop();
});

for (const lang of ["en", "de"]) {
  describe(lang, () => {
    for (const { name, go, state, status } of UNLINKED) {
      test(name, async () => {
        const who = await desktop(browser, { lang, state: state?.(world) });
        const { page } = who;
        const wrong = [];
        if (state) await beginIn(page, world.url, lang);
        let answered = null;
        page.on("response", (answer) => {
          if (answer.request().isNavigationRequest() && answer.frame() === page.mainFrame()) answered = answer.status();
        });
        await go({ ...world, page, lang });
        await page.locator("html[data-ready]").waitFor({ state: "attached" });
        assert.equal(await page.locator("html").getAttribute("lang"), lang, `the page should speak ${lang}`);
        if (status) assert.equal(answered, status, "the status of the page");
        for (const [width, size] of Object.entries(SCREENS)) {
          await page.setViewportSize(size);
          const picture = (colour) => shot(page, `unlinked ${name} ${lang} ${colour} ${width}`);
          const found = await axeInBothColours(page, { lang, screen: width, picture });
          wrong.push(...found.map((sentence) => `${width} px, ${sentence}`));
        }
        await page.setViewportSize({ width: 320, height: 640 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > 320) wrong.push(`is ${wide} px wide on a screen of 320 px`);
        if (lang === "en") {
          await page.setViewportSize(SCREENS[1280]);
          wrong.push(...(await tabThrough(page)));
        }
        // That the page was answered with 500 or 503 stands in the console, and should.
        const asked = status >= 500 ? /status of 50\d/ : /^$/;
        wrong.push(...who.trouble.filter((line) => !asked.test(line)));
        await who.context.close();
        assert.equal(wrong.length, 0, `\n${wrong.join("\n")}`);
      });
    }
  });
}
