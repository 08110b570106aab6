// What holds for every page: WCAG 2.2 AA as far as axe can tell, every control within the keyboard's reach, a silent
// console, and a public page that a phone on a bad connection can afford.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axeInBothColours } from "./house/axe.mjs";
import { desktop, openChromium, phone, shot } from "./house/browser.mjs";
import { demoHouse, enterFirstDoor, findByButton, findByList, SEND, send, signIn, somebody, speak, typo } from "./house/cast.mjs";
import { tabThrough, tabTo } from "./house/keyboard.mjs";
import { collectPages, kindOf } from "./house/pages.mjs";
import { weigh } from "./house/weight.mjs";
import { comeBack, fillIn, keepAndSend, staffRoomCode } from "./house/zone.mjs";

// Kilobytes as the promise counts them: 1,000 bytes, over the wire, with everything the page loads.
const PUBLIC_PAGE_MOST = 60_000;

// Pages that have to be among those found: a link that got lost must not make these tests easier.
const GUEST_PAGES = [
  "/at/{site}",
  "/at/{site}/praise",
  "/at/{site}/concern",
  "/at/{site}/question",
  "/follow/{secret}",
  "/sign-in",
  "/reset",
];
const STAFF_PAGES = [
  "/home",
  "/praise/new",
  "/praise/mine",
  "/praise/given",
  "/praise/{id}",
  "/wall",
  "/people/{id}",
  "/account/sessions",
  "/admin",
  "/admin/people",
  "/admin/people/new",
  "/admin/people/{id}",
  "/admin/people/import",
  "/admin/sites",
  "/admin/sites/new",
  "/admin/sites/{id}",
  "/admin/sites/{id}/places",
  "/admin/codes",
  "/admin/codes/{id}/print",
  "/admin/mail",
  "/admin/organisation",
  "/admin/roles",
  "/voice",
  "/voice/new",
  "/voice/mine",
  "/voice/{id}",
  "/voice/channels",
  "/voice/anonymity",
  "/admin/voice",
  "/pulse",
  "/pulse/results/{id}",
];
// Administrators look after the house, and read no customer's words: those are a responder's.
const RESPONDER_PAGES = ["/inbox", "/inbox/{id}", "/inbox/unmatched", "/voice/queue", "/voice/keeping", "/voice/{id}"];
// What is written where nobody is known is read by nobody else.
const HANDLER_PAGES = ["/voice/threads", "/voice/threads/{id}", "/voice/keeping"];

const GUEST_STARTS = (site, follow) => [
  `/at/${site}`,
  `/at/${site}/praise`,
  `/at/${site}/concern`,
  `/at/${site}/question`,
  follow,
  "/sign-in",
  "/reset",
  "/q/no-such-code",
  "/no-such-page",
];
const STAFF_STARTS = [
  "/home",
  "/praise/new",
  "/praise/mine",
  "/praise/given",
  "/wall",
  "/inbox",
  "/admin",
  "/account/sessions",
];

let browser;
let demo;
let url;
let somebodyPraised;
let guestPages;
let staffPages;
let adminState;
let responderPages;
let responderState;
let handlerPages;
let handlerState;

before(async () => {
  browser = await openChromium();
  // The morning's collection every second: nobody can wait for six o'clock.
  demo = await demoHouse("sqlite", { env: { PEOPLEWORTHY_TEST_COLLECT_PAUSE: "1" } });
  url = demo.app.url;
  somebodyPraised = somebody(demo.app, "employee");
  const guest = await phone(browser);
  await enterFirstDoor(guest.page, url, somebodyPraised.site);
  await findByList(guest.page, typo(somebodyPraised.name.split(" ")[0]), somebodyPraised.name);
  await guest.page.locator("[name=did]").fill("Stayed after the shift to find my glasses.");
  await send(guest.page);
  const follow = new URL(guest.page.url()).pathname;
  guestPages = await collectPages(guest.page, url, GUEST_STARTS(somebodyPraised.site, follow));
  const admin = await desktop(browser);
  await signIn(admin.page, url, somebody(demo.app, "admin"));
  const { site } = somebodyPraised;
  await fillIn(guest.page, url, { site, code: await staffRoomCode(admin.page, url, site), what: "The lift is stuck every morning." });
  await comeBack(guest.page, url, await keepAndSend(guest.page));
  await guest.context.close();
  staffPages = await collectPages(admin.page, url, STAFF_STARTS);
  adminState = await admin.state();
  await admin.context.close();
  const responder = await desktop(browser);
  await signIn(responder.page, url, somebody(demo.app, "responder"));
  const found = await collectPages(responder.page, url, ["/inbox", "/inbox/unmatched", "/voice/queue"]);
  responderPages = new Map([...found].filter(([kind]) => kind.startsWith("/inbox") || kind.startsWith("/voice")));
  responderState = await responder.state();
  await responder.context.close();
  const handler = await desktop(browser);
  await signIn(handler.page, url, somebody(demo.app, "confidential_handler"));
  const heard = await collectPages(handler.page, url, ["/voice/threads", "/voice/keeping"]);
  handlerPages = new Map([...heard].filter(([kind]) => HANDLER_PAGES.includes(kind)));
  handlerState = await handler.state();
  await handler.context.close();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

test("the pages that these tests rest on are found by following links", () => {
  const missing = (wanted, found) => wanted.filter((kind) => !found.has(kind));
  assert.deepEqual(missing(GUEST_PAGES, guestPages), [], "pages that a guest should find");
  assert.deepEqual(missing(STAFF_PAGES, staffPages), [], "pages that an administrator should find");
  assert.deepEqual(missing(RESPONDER_PAGES, responderPages), [], "pages that a responder should find");
  assert.deepEqual(missing(HANDLER_PAGES, handlerPages), [], "pages that a confidential handler should find");
  console.log(`guest pages:\n  ${[...guestPages.keys()].join("\n  ")}\nstaff pages:\n  ${[...staffPages.keys(), ...responderPages.keys(), ...handlerPages.keys()].join("\n  ")}`);
});

/** Every page of a list as `who` sees it; `look(page, path)` gives sentences about what is wrong. */
async function everyPage(who, paths, lang, look) {
  const wrong = [];
  try {
    for (const path of paths.values()) {
      await who.page.goto(new URL(path, url).href);
      await speak(who.page, lang);
      for (const sentence of await look(who.page, path)) wrong.push(`${kindOf(path)}: ${sentence}`);
    }
  } finally {
    wrong.push(...who.trouble.splice(0));
    await who.context.close();
  }
  assert.equal(wrong.length, 0, `\n${wrong.join("\n")}`);
}

const SCREENS = { 390: phone, 1280: desktop };
const READERS = [
  { name: "a guest", pages: () => guestPages, state: () => undefined },
  { name: "an administrator", pages: () => staffPages, state: () => adminState },
  { name: "a responder", pages: () => responderPages, state: () => responderState },
  { name: "a confidential handler", pages: () => handlerPages, state: () => handlerState },
];

describe("axe finds nothing at WCAG 2.2 AA", () => {
  for (const reader of READERS) {
    for (const lang of ["en", "de"]) {
      for (const [width, screen] of Object.entries(SCREENS)) {
        test(`${reader.name}, ${lang}, light and dark, ${width} px`, async () => {
          const who = await screen(browser, { lang, state: reader.state() });
          await everyPage(who, reader.pages(), lang, async (page, path) => {
            // What is folded away is a part of the page too.
            await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
            const picture = (colour) => shot(page, `page ${kindOf(path)} ${lang} ${colour} ${width}`);
            return axeInBothColours(page, { lang, screen: width, picture });
          });
        });
      }
    }
  }
});

describe("axe finds nothing in the middle of a journey", () => {
  /** Looks at the page as it stands now, light and dark. */
  async function look(page, wrong, what) {
    const found = await axeInBothColours(page, { picture: (colour) => shot(page, `state ${what} ${colour}`) });
    wrong.push(...found.map((sentence) => `${what}, ${sentence}`));
  }

  for (const lang of ["en", "de"]) {
    for (const js of [true, false]) {
      test(`${lang}, ${js ? "with" : "without"} JavaScript: mistakes, whom it could be, the card`, async () => {
        const guest = await phone(browser, { lang });
        const { page } = guest;
        // axe is a script itself: where ours is missing, the browser's engine has to stay on.
        if (!js) await page.route("**/js/app.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
        const wrong = [];
        const named = (what) => `${what} ${lang} js ${js}`;
        await enterFirstDoor(page, url, somebodyPraised.site);
        await page.locator(SEND).click();
        await page.locator("#problems").waitFor();
        await look(page, wrong, named("mistakes"));
        const given = typo(somebodyPraised.name.split(" ")[0]);
        if (js) {
          // Whoever sees gets the same answer as whoever hears: nobody is called that.
          await page.getByRole("combobox").pressSequentially("xqzwvkj", { delay: 20 });
          await page.locator("[data-finder-search] p.soft").waitFor();
          await look(page, wrong, named("nobody found"));
          await page.getByRole("combobox").fill("");
          await page.locator("[data-finder-search] p.soft").waitFor({ state: "hidden" });
          await page.getByRole("combobox").pressSequentially(given, { delay: 20 });
          await page.getByRole("option").first().waitFor();
          await look(page, wrong, named("list"));
          await page.getByRole("option").filter({ hasText: somebodyPraised.name }).first().click();
        } else {
          await findByButton(page, given, somebodyPraised.name);
        }
        await look(page, wrong, named("found"));
        await page.locator("[name=did]").fill("Walked with us to the station in the rain.");
        await send(page);
        await look(page, wrong, named("card"));
        if (js) {
          await page.locator("[data-card-open]").click();
          await look(page, wrong, named("card held up"));
        }
        assert.equal(wrong.length, 0, `\n${wrong.join("\n")}`);
        await guest.leave();
      });
    }
  }
});

describe("no page needs sideways scrolling, even at 320 px", () => {
  for (const reader of READERS) {
    test(reader.name, async () => {
      const who = await desktop(browser, { state: reader.state() });
      await who.page.setViewportSize({ width: 320, height: 640 });
      await everyPage(who, reader.pages(), "en", async (page) => {
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        return width > 320 ? [`is ${width} px wide`] : [];
      });
    });
  }
});

describe("every control is reached by Tab and shows that it has the focus", () => {
  for (const reader of READERS) {
    test(reader.name, async () => {
      const who = await desktop(browser, { state: reader.state() });
      await everyPage(who, reader.pages(), "en", async (page) => {
        // The script hides the button that only a page without it needs: not before that is its list of controls final.
        await page.locator("html[data-ready]").waitFor({ state: "attached" });
        return tabThrough(page);
      });
    });
  }
});

test("a guest praises somebody by keyboard alone", async () => {
  const guest = await desktop(browser);
  const { page } = guest;
  await page.goto(`${url}/at/${somebodyPraised.site}`);
  await tabTo(page, "a[href*='/praise']");
  await page.keyboard.press("Enter");
  await page.locator("[name=did]").waitFor();
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await tabTo(page, "[name=who]");
  await page.keyboard.type(typo(somebodyPraised.name.split(" ")[0]), { delay: 20 });
  await page.getByRole("option").filter({ hasText: somebodyPraised.name }).first().waitFor();
  // Down to the person, however many namesakes stand above.
  for (let presses = 0; presses < 10; presses += 1) {
    await page.keyboard.press("ArrowDown");
    const active = await page.locator("[name=who]").getAttribute("aria-activedescendant");
    if (active && (await page.locator(`[id='${active}']`).innerText()).includes(somebodyPraised.name)) break;
  }
  await page.keyboard.press("Enter");
  await tabTo(page, "[name=did]");
  await page.keyboard.type("Found a chair for my father.");
  await tabTo(page, SEND);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/follow\//);
  await guest.leave();
});

describe("the public page with everything it loads", () => {
  for (const door of ["", "/praise", "/concern", "/question"]) {
    test(`/at/{site}${door} is under 60 kB`, async () => {
      const guest = await phone(browser);
      const { transferred, decoded, answers } = await weigh(guest.page, `${url}/at/${somebodyPraised.site}${door}`);
      console.log(`/at/{site}${door}: ${transferred} bytes over the wire, ${decoded} unpacked, ${answers.length} answers`);
      const list = answers.map((answer) => `  ${answer.transferred} ${answer.url}`).join("\n");
      assert.ok(transferred < PUBLIC_PAGE_MOST, `${transferred} bytes:\n${list}`);
      await guest.leave();
    });
  }
});
