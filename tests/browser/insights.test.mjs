// The link as HR and executives see it: chosen first, then read, in both languages, on a phone and a desk, without JavaScript too.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { house, startApp } from "./house/app.mjs";
import { axeInBothColours } from "./house/axe.mjs";
import { desktop, openChromium, phone, shot } from "./house/browser.mjs";
import { signIn, somebody, speak } from "./house/cast.mjs";

const CHAIN = ["demo", "--seed", "3", "--sites", "12", "--years", "2", "--people", "420", "--notes", "9000"];
const PAGES = [
  "/insights/link",
  "/insights/link/methods",
  "/insights/link/others",
  "/insights/link/choice",
  "/insights/numbers",
  "/insights/numbers?units=departments",
  "/insights",
  "/insights/definitions",
];

let browser;
let place;
let app;
let state;

before(async () => {
  browser = await openChromium();
  place = house("sqlite");
  app = await startApp(place, { args: CHAIN });
});

after(async () => {
  await browser?.close();
  await app?.stop();
  place?.tearDown();
});

test("HR chooses what is compared before anything is seen, on a phone without JavaScript, and an executive reads it", async () => {
  const executive = await phone(browser, { lang: "en", js: false });
  await signIn(executive.page, app.url, somebody(app, "executive"));
  await executive.page.goto(`${app.url}/insights/link`);
  await executive.page.getByText("HR has not decided yet").waitFor();
  const hr = await phone(browser, { lang: "en", js: false });
  await signIn(hr.page, app.url, somebody(app, "hr"));
  await hr.page.goto(`${app.url}/insights/link`);
  await shot(hr.page, "insights choice");
  await hr.page.locator("#pair-site_praise").check();
  await hr.page.locator("main form button").click();
  await hr.page.locator(".finding").first().waitFor();
  await executive.page.reload();
  await executive.page.locator(".finding").first().waitFor();
  assert.equal(await executive.page.locator("main a[href='/insights/link/choice']").count(), 0);
  assert.equal(await executive.page.locator("svg .dot").count(), 12);
  assert.equal(await executive.page.locator(".panel").count(), 12);
  state = await hr.state();
  await hr.leave();
  await executive.leave();
});

test("whoever looks after a site goes from the menu to its report, and from a number to what it means", async () => {
  const manager = somebody(app, "site_manager");
  const { page, leave } = await phone(browser, { lang: "en", js: false });
  await signIn(page, app.url, manager);
  await speak(page, "en");
  await page.locator(".nav-open").click();
  await page.locator("#menu a[href='/insights']").click();
  await page.locator("[aria-labelledby=by-site] tbody a").click();
  assert.equal(new URL(page.url()).pathname, `/insights/sites/${manager.site}`);
  await page.locator("svg .bar-praise").first().waitFor();
  const heard = page.locator(".told > div", { has: page.locator("a[href$='#heard']") });
  assert.match(await heard.innerText(), /minute|hour|day/);
  await heard.locator("a").click();
  await page.locator("#heard", { hasText: "half were read sooner" }).waitFor();
  await leave();
});

describe("what it looks like", () => {
  for (const lang of ["en", "de"]) {
    for (const [width, screen] of Object.entries({ 390: phone, 1280: desktop })) {
      test(`axe finds nothing, nothing is too wide and every chart has its figures: ${lang}, ${width} px`, async () => {
        const wrong = [];
        const who = await screen(browser, { lang, state });
        const { page } = who;
        for (const path of [...PAGES, `/insights/sites/${somebody(app, "site_manager").site}`]) {
          await page.goto(`${app.url}${path}`);
          await speak(page, lang);
          await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
          const picture = (colour) => shot(page, `insights ${path} ${lang} ${colour} ${width}`);
          const found = await axeInBothColours(page, { lang, screen: width, picture });
          wrong.push(...found.map((sentence) => `${path}, ${sentence}`));
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          if (over > 0) wrong.push(`${path}: ${over} px too wide`);
          const charts = await page.locator("figure.chart").count();
          const bare = await page.locator("figure.chart:not(:has(details table tbody tr))").count();
          if (bare > 0 || (path === PAGES[0] && charts < 3)) wrong.push(`${path}: ${bare} of ${charts} charts without figures`);
        }
        await who.leave();
        assert.equal(wrong.length, 0, `\n${wrong.join("\n")}`);
      });
    }
  }

  test("no word of a chart is cut off by its drawing", async () => {
    const who = await phone(browser, { lang: "de", state });
    for (const path of ["/insights", "/insights/link"]) {
      await who.page.goto(`${app.url}${path}`);
      await speak(who.page, "de");
      const cut = await who.page.evaluate(() =>
        [...document.querySelectorAll("figure.chart svg[role=img] text")].flatMap((text) => {
          const [own, around] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
          const isInside = own.left >= around.left - 1 && own.right <= around.right + 1 && own.top >= around.top - 1 && own.bottom <= around.bottom + 1;
          return isInside ? [] : [text.textContent];
        }),
      );
      assert.deepEqual(cut, [], path);
    }
    await who.leave();
  });

  test("it prints on A4 without anything to press", async () => {
    const who = await desktop(browser, { lang: "en", state });
    for (const [path, least, most] of [["/insights/link", 2, 6], ["/insights", 1, 5]]) {
      await who.page.goto(`${app.url}${path}`);
      const pdf = await who.page.pdf({ format: "A4" });
      const pages = [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b/g)].length;
      assert.ok(pages >= least && pages <= most, `${path}: ${pages} pages`);
      await who.page.emulateMedia({ media: "print" });
      assert.equal(await who.page.locator("nav:visible, button:visible, details:visible").count(), 0, path);
      await shot(who.page, `insights print ${path}`);
      await who.page.emulateMedia({ media: null });
    }
    await who.leave();
  });
});
