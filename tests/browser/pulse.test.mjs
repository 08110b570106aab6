// A survey from the first step to its results, in both languages: launched on a phone without JavaScript, answered by mail,
// by a slip of paper and from home, reminded of, closed; and every page of it looked at by axe. On PostgreSQL, whose rows a
// test can move to another day while the program runs.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axeInBothColours } from "./house/axe.mjs";
import { desktop, openChromium, phone, shot } from "./house/browser.mjs";
import { demoHouse, signIn, somebody, speak } from "./house/cast.mjs";
import { mailbox } from "./house/mailbox.mjs";
import { answer, answerAll, daysPass, hangClocks, launch, plan, roundComes } from "./house/surveys.mjs";

const ROLES = ["hr", "site_manager", "executive", "employee", "employee_without_mail"];
// How the link of an invitation ends; that of the mail about results does not.
const MAILED = "?lang=";

let browser;
let demo;
let url;
let letters;
const states = {};

before(async () => {
  browser = await openChromium();
  demo = await demoHouse("postgres", { env: { PEOPLEWORTHY_TEST_COLLECT_PAUSE: "1", PEOPLEWORTHY_LIMITS: "off" } });
  url = demo.app.url;
  letters = mailbox(demo.place);
  await hangClocks(demo.base);
  for (const role of ROLES) {
    const who = await desktop(browser);
    await signIn(who.page, url, somebody(demo.app, role));
    states[role] = await who.state();
    await who.leave();
  }
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const TITLES = { en: "Autumn survey", de: "Herbstumfrage" };
/** The numbers in a sentence. */
const numbers = async (locator) => [...(await locator.innerText()).matchAll(/\d+/g)].map(([digits]) => Number(digits));
const codeOf = (link) => new URL(link).pathname.split("/").at(-1);

/** Where a survey stands in the list of those that ask somebody. */
const survey = (page, title) => page.locator("main li").filter({ hasText: title });

/** One person on a phone, and what they do there. */
async function onPhone(lang, role, does, { js = false } = {}) {
  const who = await phone(browser, { lang, js, state: states[role] });
  const result = await does(who.page);
  await who.leave();
  return result;
}

test("HR lets everybody be asked more than twice a quarter", () =>
  onPhone("en", "hr", async (page) => {
    await page.goto(`${url}/pulse/rules`);
    await page.locator("[name=invitations_max]").fill("12");
    await page.locator("form[action='/pulse/rules'] button").click();
    await page.waitForLoadState();
    assert.equal(await page.locator("[name=invitations_max]").inputValue(), "12");
  }));

/** The whole journey; every page of it is opened by a phone of its own. */
function journey(lang, js) {
  const title = `${TITLES[lang]}${js ? " 2" : ""}`;
  const on = (role, does) => onPhone(lang, role, does, { js });
  describe(`on a phone in ${lang}, ${js ? "with" : "without"} JavaScript`, () => {
    let running;
    let mails;
    let slips;
    let results;

    test("HR launches a survey in four steps, and everybody with an address gets a link", async () => {
      const [asked, onPaper] = await on("hr", async (page) => {
        await plan(page, url, title);
        await shot(page, `journey preview ${lang}`);
        const facts = await numbers(page.locator(".facts li").first());
        running = await launch(page);
        await shot(page, `journey running ${lang}`);
        return facts;
      });
      assert.ok(onPaper > 0 && asked > onPaper, `some should have an address and some none: ${asked}, ${onPaper}`);
      await roundComes(demo.base);
      mails = await letters.all(title, MAILED, asked - onPaper);
      assert.equal(new Set(mails.map((mail) => mail.link)).size, mails.length, "every link is one person's");
    });

    test("by the link in the mail, once", async () => {
      const { email } = somebody(demo.app, "employee");
      const { link } = mails.find((mail) => mail.to === email);
      await on(null, async (page) => {
        await page.goto(link);
        await speak(page, lang);
        assert.match(await page.locator("h1").innerText(), new RegExp(title));
        await page.locator("form[action^='/pulse/answer'] button.big").click();
        await page.locator("#problems").waitFor();
        assert.equal(await page.locator("html").getAttribute("lang"), lang, "a mistake does not change the language");
        await shot(page, `journey nothing answered ${lang}`);
        await answer(page, 4, "More chairs at the desk.");
        await shot(page, `journey answered ${lang}`);
        await page.goto(link);
        assert.equal(await page.locator("form[action^='/pulse/answer']").count(), 0, "nobody answers twice");
      });
    });

    test("from home, with the same invitation as in the mail", async () => {
      await on("site_manager", async (page) => {
        await page.goto(`${url}/home`);
        await shot(page, `journey home ${lang}`);
        await page.locator("main a[href='/pulse']").click();
        await survey(page, title).locator("form[action='/pulse/begin'] button").click();
        await answer(page, 2);
        await page.goto(`${url}/pulse`);
        assert.equal(await survey(page, title).count(), 1);
        assert.equal(await survey(page, title).locator("form").count(), 0);
        await shot(page, `journey have answered ${lang}`);
      });
      const { email } = somebody(demo.app, "site_manager");
      await on(null, async (page) => {
        await page.goto(mails.find((mail) => mail.to === email).link);
        assert.equal(await page.locator("form[action^='/pulse/answer']").count(), 0);
      });
    });

    test("by a slip of paper on one's own phone and on a tablet, and nobody knows who had which", async () => {
      slips = await on("hr", async (page) => {
        await page.goto(`${url}${running}`);
        await page.locator("form[action$='/slips'] button").click();
        await page.locator(".slip-code").first().waitFor();
        return page.locator(".slip-code").allInnerTexts();
      });
      await on("employee_without_mail", async (page) => {
        await page.goto(`${url}/home`);
        await page.goto(`${url}/pulse`);
        await shot(page, `journey on paper ${lang}`);
        await survey(page, title).locator("a[href='/pulse/slip']").click();
        await speak(page, lang);
        await page.locator("[name=code]").fill("00000 00000");
        await page.locator("form[action^='/pulse/slip'] button.big").click();
        await page.locator("#problems").waitFor();
        assert.equal(await page.locator("[name=code]").inputValue(), "00000 00000", "what was typed is kept");
        await page.locator("[name=code]").fill(slips[0].toLowerCase());
        await page.locator("form[action^='/pulse/slip'] button.big").click();
        await answer(page, 3);
        await page.goto(`${url}/pulse`);
        assert.equal(await survey(page, title).locator("a[href='/pulse/slip']").count(), 1, "nobody knows that they answered");
      });
      await on(null, async (page) => {
        await page.goto(`${url}/pulse/slip?lang=${lang}`);
        await page.locator("a[href*='tablet=yes']").click();
        for (const code of slips.slice(1, 3)) {
          await page.locator("[name=code]").fill(code);
          await page.locator("form[action^='/pulse/slip'] button.big").click();
          await answer(page, 5);
          await shot(page, `journey next person ${lang}`);
          await page.locator("a[href*='tablet=yes']").click();
        }
        assert.equal(await page.locator("html").getAttribute("lang"), lang, "the next person reads the same language");
      });
    });

    test("who has not answered is reminded, and nobody else", async () => {
      const done = [somebody(demo.app, "employee").email, somebody(demo.app, "site_manager").email];
      await daysPass(demo.base, title, 7);
      const reminders = await letters.all(title, MAILED, mails.length - done.length);
      assert.ok(reminders.every((mail) => !mails.some(({ subject }) => subject === mail.subject)));
      assert.deepEqual(reminders.filter((mail) => done.includes(mail.to)), []);
      const links = new Set(mails.map((mail) => mail.link));
      assert.ok(reminders.every((mail) => links.has(mail.link)), "a reminder has the link of the invitation");
    });

    test("it closes, and everybody reads the same results as far as they may", async () => {
      const done = new Set([somebody(demo.app, "employee").email, somebody(demo.app, "site_manager").email]);
      const waiting = mails.filter((mail) => !done.has(mail.to)).map((mail) => codeOf(mail.link));
      // One in six stays silent.
      const codes = [...waiting, ...slips.slice(3).map((code) => code.replaceAll(" ", ""))].filter((_, at) => at % 6 !== 5);
      const questions = await on(null, async (page) => {
        await page.goto(`${url}/pulse/${codes[0]}`);
        return page.locator(".asked").count();
      });
      const words = (at) => (at % 7 === 0 ? `A kettle for floor ${at}` : "");
      await answerAll(url, codes, { questions, choice: (at) => 1 + ((at * 7 + Math.floor(at / 5)) % 5), words });
      const late = waiting.find((code) => !codes.includes(code));
      await daysPass(demo.base, title, 7);
      await letters.next(somebody(demo.app, "site_manager").email, "/pulse/results/");
      await on(null, async (page) => {
        await page.goto(`${url}/pulse/${late}?lang=${lang}`);
        assert.equal(await page.locator("form[action^='/pulse/answer']").count(), 0, "nothing is taken any more");
        await shot(page, `journey over ${lang}`);
      });
      await on("hr", async (page) => {
        await page.goto(`${url}/pulse`);
        await shot(page, `journey index ${lang}`);
        await page.locator("main a[href^='/pulse/results/']").filter({ hasText: title }).click();
        results = new URL(page.url()).pathname;
        const [answers] = await numbers(page.locator(".lead").first());
        assert.equal(answers, codes.length + 5);
        assert.ok((await page.locator(".grid tbody tr").count()) > 5);
        assert.ok((await page.locator(".grid td[colspan]").count()) > 0, "some groups are too small");
        await shot(page, `journey results ${lang}`);
        await page.locator("a[href$='/comments']").click();
        const form = page.locator("form[action$='/comments']").first();
        await form.locator("textarea").fill("It comes on Monday.");
        await form.locator("button").click();
        await page.getByText("It comes on Monday.").first().waitFor();
        await shot(page, `journey comments ${lang}`);
      });
      const row = (page) => page.locator(".grid tbody tr").first().innerText();
      const seen = [];
      for (const role of ["hr", "site_manager", "employee"]) {
        await on(role, async (page) => {
          await page.goto(`${url}${results}`);
          seen.push(await row(page));
        });
      }
      assert.equal(new Set(seen).size, 1, `one figure for everybody:\n${seen.join("\n")}`);
    });

    test("the site manager names one thing, and the staff read it", async () => {
      const words = `A kettle on every floor, ${lang}.`;
      await on("site_manager", async (page) => {
        await page.goto(`${url}${results}`);
        const form = page.locator("form[action$='/promise']").first();
        await form.locator("textarea").fill(words);
        await form.locator("button").click();
        await page.locator("#promises").getByText(words).first().waitFor();
        await shot(page, `journey promise ${lang}`);
      });
      await on("employee", async (page) => {
        await page.goto(`${url}${results}`);
        await page.locator("#promises").getByText(words).first().waitFor();
        assert.equal(await page.locator("form[action$='/promise']").count(), 0);
      });
    });
  });
}

for (const lang of ["en", "de"]) journey(lang, false);
journey("de", true);

describe("axe finds nothing at WCAG 2.2 AA, in light and dark", () => {
  const pages = [];
  let codes;

  before(async () => {
    const find = (page, selector) => page.locator(selector).first().getAttribute("href");
    await onPhone("en", "hr", async (page) => {
      const preview = await plan(page, url, "Winter survey");
      for (const step of ["questions", "audience", "window", "preview"]) pages.push(["hr", preview.replace("preview", step)]);
      await plan(page, url, "Spring survey");
      pages.push(["hr", await launch(page)]);
      const asked = await numbers(page.locator(".facts li").nth(1));
      await roundComes(demo.base);
      assert.ok(asked[0] > 0);
      await page.goto(`${url}/pulse`);
      const results = await find(page, "main a[href^='/pulse/results/']");
      for (const role of ["hr", "site_manager", "employee"]) pages.push([role, results]);
      for (const role of ["hr", "site_manager"]) pages.push([role, `${results}/comments`]);
      pages.push(["hr", "/pulse/plans"], ["hr", "/pulse/rules"], ["hr", "/pulse"]);
    });
    for (const role of ["employee", "employee_without_mail"]) pages.push([role, "/pulse"], [role, "/home"]);
    const mails = await letters.all("Spring survey", MAILED, 1);
    const { link } = mails[0];
    codes = { open: codeOf(link) };
    pages.push([null, "/pulse/slip"], [null, "/pulse/slip?tablet=yes"], [null, `/pulse/${codes.open}`]);
    pages.push([null, `/pulse/${codes.open}?tablet=yes`], [null, "/pulse/ABCDEFGHJKMNPQRSTVWX2345"]);
  });

  for (const lang of ["en", "de"]) {
    for (const [width, screen] of Object.entries({ 390: phone, 1280: desktop })) {
      test(`${lang}, ${width} px`, async () => {
        const wrong = [];
        const look = async (page, what) => {
          await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
          const found = await axeInBothColours(page, { lang, screen: width });
          wrong.push(...found.map((sentence) => `${what}, ${sentence}`));
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          if (over > 0) wrong.push(`${what}: ${over} px too wide`);
        };
        for (const role of [null, ...ROLES]) {
          const who = await screen(browser, { lang, state: states[role] });
          const { page } = who;
          for (const [, path] of pages.filter(([reader]) => reader === role)) {
            await page.goto(`${url}${path}`);
            await speak(page, lang);
            await look(page, `${role} ${path}`);
            await shot(page, `pulse ${role} ${path} ${lang} ${width}`);
          }
          if (role === null) {
            await page.goto(`${url}/pulse/slip?lang=${lang}`);
            await page.locator("[name=code]").fill("0000");
            await page.locator("form[action^='/pulse/slip'] button.big").click();
            await page.locator("#problems").waitFor();
            await look(page, "a wrong code");
            await page.goto(`${url}/pulse/${codes.open}?lang=${lang}`);
            await page.locator("form[action^='/pulse/answer'] button.big").click();
            await page.locator("#problems").waitFor();
            await look(page, "nothing answered");
          }
          if (role === "hr") {
            await page.goto(`${url}${pages.find(([, path]) => /\/plans\/[0-9a-f-]{36}$/.test(path))[1]}`);
            await page.locator("form[action$='/slips'] button").click();
            await page.locator(".slip-code").first().waitFor();
            await look(page, "slips");
          }
          await who.leave();
        }
        assert.equal(wrong.length, 0, `\n${wrong.join("\n")}`);
      });
    }
  }
});
