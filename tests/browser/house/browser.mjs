// A real Chromium, and the people who sit in front of it.
import assert from "node:assert/strict";
import { accessSync, constants, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));

function chromiumPath() {
  const given = process.env.PEOPLEWORTHY_TEST_CHROMIUM;
  if (given) return given;
  // The shells first: a whole Chromium draws its own windows too, though nobody looks at them, which takes as long as the pages.
  const shells = ["chromium-headless-shell", "chrome-headless-shell"];
  const names = [...shells, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  for (const name of names) {
    for (const folder of folders) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not there: the next one.
      }
    }
  }
  throw new Error("Chromium is missing: run scripts/test needs, or set PEOPLEWORTHY_TEST_CHROMIUM to its path");
}

export async function openChromium() {
  const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];
  const alone = ["--disable-background-networking", "--disable-component-update", "--disable-default-apps"];
  // Chromium refuses its sandbox to root, and a container's /dev/shm is often too small for it.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({
    executablePath: chromiumPath(),
    args: ["--headless", "--disable-dev-shm-usage", ...quiet, ...alone, ...asRoot],
  });
}

export const LOCALES = { en: "en-GB", de: "de-DE" };

/** A guest's phone. `js: false` is a phone with JavaScript switched off. */
export const phone = (browser, options = {}) =>
  person(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }, options);

/** A screen at the desk. */
export const desktop = (browser, options = {}) => person(browser, { viewport: { width: 1280, height: 900 } }, options);

// One person: a browser profile of their own with one page, listening for whatever goes wrong in it.
async function person(browser, screen, { js = true, lang = "en", dark = false, state } = {}) {
  const context = await browser.newContext({
    ...screen,
    javaScriptEnabled: js,
    locale: LOCALES[lang],
    timezoneId: "Europe/Berlin",
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    storageState: state,
    // A worker would answer for the server, and hide what the server does.
    serviceWorkers: "block",
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  clicksWaitForThePage(page);
  const trouble = listen(page);
  const leave = async () => {
    await context.close();
    assert.deepEqual(trouble, [], "the browser's console should have stayed silent");
  };
  return { context, page, trouble, leave, state: () => context.storageState() };
}

// A click by itself waits until the answer has begun to come. What is counted or measured then may be a page of which not a
// word is there yet: "none of these is on the page" would be true of it. So every click of a test waits for the end of the page.
function clicksWaitForThePage(page) {
  const locators = Object.getPrototypeOf(page.locator("html"));
  if (Object.hasOwn(locators, "clickAlone")) return;
  locators.clickAlone = locators.click;
  locators.click = async function clickAndWait(options) {
    await this.clickAlone(options);
    await this.page().waitForLoadState("domcontentloaded");
  };
}

// Console errors (a breach of the content security policy is one of them), uncaught exceptions, and requests to any other
// machine. That a page itself was answered with 404 or 422 also is a console error, but is what such a test asks for.
function listen(page) {
  const trouble = [];
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const isAnswer = /Failed to load resource: .*status of 4\d\d/.test(message.text());
    if (!isAnswer || message.location().url !== page.url()) trouble.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => trouble.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.hostname !== "127.0.0.1") trouble.push(`a request elsewhere: ${url.href}`);
  });
  return trouble;
}

/** Keeps a picture of the page when SHOTS=1. */
export async function shot(page, name) {
  if (process.env.SHOTS !== "1") return;
  const folder = join(here, "../shots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replace(/[^\w-]+/g, "_")}.png`), fullPage: true });
}
