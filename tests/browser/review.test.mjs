// A handler says how much hangs on a thread, reviews several at once, and takes back what the site was shown: at a desk, and on a
// phone without JavaScript. Whoever wrote reads why; whoever works there finds that it was taken back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe } from "./house/axe.mjs";
import { desktop, openChromium, phone, shot } from "./house/browser.mjs";
import { demoHouse, signIn, somebody } from "./house/cast.mjs";
import { comeBack, fillIn, staffRoomCode } from "./house/zone.mjs";

let browser;
let demo;
let url;
let site;
let code;

before(async () => {
  browser = await openChromium();
  demo = await demoHouse("sqlite", { env: { PEOPLEWORTHY_TEST_COLLECT_PAUSE: "1" } });
  url = demo.app.url;
  site = somebody(demo.app, "employee").site;
  const admin = await desktop(browser);
  await signIn(admin.page, url, somebody(demo.app, "admin"));
  code = await staffRoomCode(admin.page, url, site);
  await admin.leave();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Somebody writes without JavaScript; gives the receipt, once it was collected. */
async function write(what) {
  const writer = await phone(browser, { js: false });
  await fillIn(writer.page, url, { site, code, what });
  await writer.page.locator("form button[type=submit]").click();
  const receipt = (await writer.page.locator(".receipt-code").innerText()).trim();
  await comeBack(writer.page, url, receipt, { js: false });
  await writer.leave();
  return receipt;
}

/** What the thread behind a receipt says. */
async function read(receipt, name) {
  const writer = await phone(browser, { js: false });
  await comeBack(writer.page, url, receipt, { js: false });
  await shot(writer.page, name);
  const said = await writer.page.locator("main").innerText();
  await writer.leave();
  return said;
}

const SCREENS = { desk: (options) => desktop(browser, options), phone: (options) => phone(browser, { ...options, js: false }) };

for (const [name, screen] of Object.entries(SCREENS)) {
  test(`threads are reviewed together, weighed and taken back (${name})`, async () => {
    const plain = `The ${name} trolley squeaks all night. We cannot sleep.`;
    const receipt = await write(plain);
    const flagged = `Call me at 0171 2345678 about the ${name} trolley.`;
    await write(flagged);
    const handler = await screen();
    const { page } = handler;
    const check = async (what) => {
      if (name === "desk") assert.deepEqual(await axe(page), [], what);
      const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(width, 0, `${what} is wider than the screen`);
      await shot(page, `review ${name} ${what}`);
    };
    await signIn(page, url, somebody(demo.app, "confidential_handler"));
    await page.goto(`${url}/voice/threads`);
    await page.locator("a.tab[href$='shown=review']").click();
    await check("1 what waits");
    for (const words of [plain, flagged]) await page.locator("li.note-line", { hasText: words }).locator("input[name=thread]").check();
    await page.locator("button[name=step][value=publish]").click();
    await page.locator("#problems").waitFor();
    await check("2 one is left");
    const left = page.locator("li.note-line", { hasText: flagged });
    assert.ok(await left.locator("input[name=thread]").isChecked(), "it stays ticked");
    assert.equal(await left.locator(".problem").count(), 1, "with a sentence beside it");
    assert.equal(await page.locator("li.note-line", { hasText: plain }).count(), 0, "the other one is decided");
    assert.ok((await read(receipt, `review ${name} 3 told`)).includes(plain));

    await left.locator("a").click();
    await page.locator("#criticality").selectOption("4");
    await page.locator("form[action$='/criticality'] button").click();
    await page.locator(".flash").waitFor();
    await check("4 weighed");
    await page.goto(`${url}/voice/threads`);
    assert.ok((await page.locator("li.note-line", { hasText: "4 –" }).count()) >= 1);
    await check("5 threads");

    const employee = await desktop(browser);
    await signIn(employee.page, url, somebody(demo.app, "employee"));
    await employee.page.goto(`${url}/voice`);
    await employee.page.getByRole("link", { name: `The ${name} trolley squeaks all night` }).click();
    const issue = employee.page.url();
    await employee.page.locator("form[action$='/support'] button").click();
    await employee.page.locator(".flash").waitFor();

    for (const link of await page.locator(".note-first a").evaluateAll((links) => links.map((one) => one.href))) {
      await page.goto(link);
      if ((await page.locator("main").innerText()).includes(plain)) break;
    }
    await page.locator("details:has(form[action$='/retraction']) > summary").click();
    await page.locator("#cause").selectOption("unmasks");
    await check("6 to take back");
    await page.locator("[name=cause_text]").fill("Only two of you work at night. I am sorry.");
    await page.locator("form[action$='/retraction'] button").click();
    await page.locator(".flash").waitFor();
    await check("7 taken back");
    assert.ok((await read(receipt, `review ${name} 8 why`)).includes("Only two of you work at night."));
    await employee.page.goto(issue);
    assert.ok(!(await employee.page.locator("main").innerText()).includes("trolley"));
    assert.deepEqual(await axe(employee.page), []);
    await shot(employee.page, `review ${name} 9 at its address`);
    await employee.page.goto(`${url}/voice/mine`);
    assert.ok((await employee.page.locator("main").innerText()).includes("Taken back"));
    await shot(employee.page, `review ${name} 10 mine`);
    await employee.leave();
    await handler.leave();
  });
}

for (const [name, screen] of Object.entries(SCREENS)) {
  test(`who looks after a site says how much hangs on an issue (${name})`, async () => {
    const manager = await screen();
    const { page } = manager;
    await signIn(page, url, somebody(demo.app, "site_manager"));
    await page.goto(`${url}/voice/queue`);
    await page.locator(".note-first a").first().click();
    await page.locator("#criticality").selectOption("5");
    await page.locator("form[action$='/criticality'] button").click();
    await page.locator(".flash").waitFor();
    assert.equal(await page.locator("#criticality").inputValue(), "5");
    if (name === "desk") assert.deepEqual(await axe(page), []);
    await shot(page, `review ${name} 11 an issue`);
    await page.goto(`${url}/voice/queue`);
    assert.ok((await page.locator(".note-line", { hasText: "5 –" }).count()) >= 1);
    if (name === "desk") assert.deepEqual(await axe(page), []);
    await shot(page, `review ${name} 12 queue`);
    await manager.leave();
  });
}
