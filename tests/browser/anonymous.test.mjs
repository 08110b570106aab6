// Somebody who is afraid writes from a phone, and gets an answer: with and without JavaScript, in both languages.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import jsqr from "jsqr";
import { axe } from "./house/axe.mjs";
import { desktop, openChromium, phone, shot } from "./house/browser.mjs";
import { demoHouse, signIn, somebody } from "./house/cast.mjs";
import { comeBack, fillIn, staffRoomCode } from "./house/zone.mjs";

const HARASSMENT = "766f6963-6500-4000-8000-000000000007";
const LOST = { en: "nothing can be done", de: "kann man nichts tun" };

let browser;
let demo;
let url;
let site;
let code;

before(async () => {
  browser = await openChromium();
  // The morning's collection every second: nobody can wait for six o'clock.
  demo = await demoHouse("sqlite", { env: { PEOPLEWORTHY_TEST_COLLECT_PAUSE: "1" } });
  url = demo.app.url;
  site = somebody(demo.app, "employee").site;
  const admin = await desktop(browser);
  await signIn(admin.page, url, somebody(demo.app, "admin"));
  code = await staffRoomCode(admin.page, url, site);
  assert.match(code, /^[0-9A-Z]{4} [0-9A-Z]{4}$/);
  await shot(admin.page, "anonymous poster desktop");
  assert.deepEqual(await axe(admin.page), []);
  await admin.leave();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** What a camera makes of the picture of the code. */
async function scan(page) {
  const picture = page.locator(".receipt-picture svg, .receipt-picture img").first();
  const png = (await picture.screenshot()).toString("base64");
  const { data, width, height } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return { data: [...context.getImageData(0, 0, image.width, image.height).data], width: image.width, height: image.height };
  }, png);
  return jsqr(Uint8ClampedArray.from(data), width, height)?.data;
}

/** The handler finds the thread by its code-word and answers. */
async function answer(handle, words, expected) {
  const handler = await desktop(browser);
  await signIn(handler.page, url, somebody(demo.app, "confidential_handler"));
  await handler.page.goto(`${url}/voice/threads`);
  await shot(handler.page, "anonymous threads desktop");
  assert.deepEqual(await axe(handler.page), []);
  await handler.page.getByRole("link", { name: handle, exact: true }).click();
  for (const words of expected) assert.ok((await handler.page.locator(".talk").first().innerText()).includes(words), words);
  await handler.page.locator("[name=text]").fill(words);
  await handler.page.locator("form[action$='/answer'] button").click();
  await handler.page.locator(".flash").waitFor();
  await shot(handler.page, "anonymous thread of a handler desktop");
  assert.deepEqual(await axe(handler.page), []);
  await handler.leave();
}

for (const lang of ["en", "de"]) {
  for (const js of [true, false]) {
    describe(`a phone in ${lang} ${js ? "with" : "without"} JavaScript`, () => {
      test("writes, keeps the receipt, is answered, and writes back", async () => {
        const label = `anonymous ${lang} ${js ? "js" : "plain"}`;
        const words = `Lantern ${lang}${js}: he waits for me behind the kitchen.`;
        const writer = await phone(browser, { lang, js });
        const { page } = writer;
        const sent = [];
        page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
        await fillIn(page, url, { site, code, category: HARASSMENT, what: words });
        assert.equal(await page.locator("html").getAttribute("lang"), lang);
        let receipt;
        if (js) {
          await page.locator(".receipt").waitFor();
          receipt = (await page.locator("[data-receipt-code]").innerText()).trim();
          assert.equal(await scan(page), `${url}/voice/receipt#${receipt}`, "the code leads back");
          assert.deepEqual(await axe(page), []);
          await shot(page, `${label} 1 form`);
          const send = page.locator("form button[type=submit]");
          await send.click();
          await page.locator("[data-receipt-problem]:visible").waitFor();
          await page.locator("#kept").check();
          // AN14: the receipt never goes into the text.
          await page.locator("[name=fix]").fill(`in case: ${receipt.toLowerCase().replaceAll("-", " ")}`);
          await send.click();
          await page.locator("[data-receipt-problem]:visible").waitFor();
          assert.ok(page.url().includes("site="), "nothing was sent");
          await page.locator("[name=fix]").fill("");
          // A form with something wrong in it comes back with the same receipt, words and tick: it was written down already.
          await page.locator("[name=code]").fill("XXXX XXXX");
          await send.click();
          await page.locator("#code-problem").waitFor();
          assert.equal((await page.locator("[data-receipt-code]").innerText()).trim(), receipt);
          assert.ok(await page.locator("#kept").isChecked());
          assert.equal(await page.locator("[name=what]").inputValue(), words);
          await shot(page, `${label} 1 wrong code`);
          // A browser says in its console that it was 422, and should.
          writer.trouble.splice(0, Infinity, ...writer.trouble.filter((line) => !line.includes("status of 422")));
          await page.locator("[name=code]").fill(code);
          await send.click();
          await page.locator("form [name=what]").waitFor({ state: "detached" });
        } else {
          await shot(page, `${label} 1 form`);
          await page.locator("form button[type=submit]").click();
          receipt = (await page.locator(".receipt-code").innerText()).trim();
        }
        assert.match(receipt, /^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
        await shot(page, `${label} 2 sent`);
        const handle = await comeBack(page, url, receipt, { js });
        assert.ok((await page.locator(".talk").innerText()).includes(words));
        await answer(handle, `He will not be on your shifts any more (${lang}${js}).`, [words]);
        await page.goto(`${url}/voice/answers?site=${site}`);
        assert.ok((await page.locator("main").innerText()).includes(handle), "the board shows the code-word");
        await shot(page, `${label} 3 board`);
        await comeBack(page, url, receipt, { js });
        assert.ok((await page.locator(".talk").innerText()).includes(`(${lang}${js})`));
        if (js) assert.deepEqual(await axe(page), []);
        await shot(page, `${label} 4 answered`);
        await page.locator("[name=text]").fill("Thank you. I can breathe.");
        await page.locator("form:has([name=text]) button").click();
        await page.locator(".flash").waitFor();
        await shot(page, `${label} 5 written back`);
        assert.equal((await writer.context.cookies()).length, 0, "no cookie was ever set");
        const stores = js ? await page.evaluate(() => localStorage.length + sessionStorage.length) : 0;
        assert.equal(stores, 0, "nothing is kept in the browser");
        const bare = receipt.replaceAll("-", "");
        const told = sent.filter((one) => one.replaceAll("-", "").includes(bare));
        if (js) assert.deepEqual(told, [], "the receipt never left the browser");
        else assert.ok(told.length > 0, "without a script the receipt itself is sent");
        await writer.leave();
      });

      test("whoever lost the receipt is told honestly that nothing can be done", async () => {
        const writer = await phone(browser, { lang, js });
        await writer.page.goto(`${url}/voice/receipt`);
        await writer.page.locator("[name=receipt]").fill("7K3M-9QX2-V5T8-R4N6-W1Z0-YHBG");
        await writer.page.locator("form:has([name=receipt]) button").click();
        await writer.page.locator("#really").waitFor();
        assert.ok((await writer.page.locator("main").innerText()).includes(LOST[lang]));
        if (js) assert.deepEqual(await axe(writer.page), []);
        await shot(writer.page, `anonymous ${lang} ${js ? "js" : "plain"} lost`);
        await writer.leave();
      });
    });
  }
}

test("a link with the receipt behind # fills it in and takes it out of the address", async () => {
  const writer = await phone(browser);
  await writer.page.goto(`${url}/voice/receipt#7K3M-9QX2-V5T8-R4N6-W1Z0-YHBG`);
  await writer.page.locator("html[data-ready]").waitFor({ state: "attached" });
  assert.equal(await writer.page.locator("[name=receipt]").inputValue(), "7K3M-9QX2-V5T8-R4N6-W1Z0-YHBG");
  assert.equal(writer.page.url(), `${url}/voice/receipt`);
  await writer.leave();
});

test("a receipt is worked out in the browser whatever stands behind #", async () => {
  const writer = await phone(browser);
  const sent = [];
  writer.page.on("request", (request) => sent.push(request.postData() ?? ""));
  await writer.page.goto(`${url}/voice/receipt#%E0`);
  await writer.page.locator("html[data-ready]").waitFor({ state: "attached" });
  await writer.page.locator("[name=receipt]").fill("7K3M-9QX2-V5T8-R4N6-W1Z0-YHBG");
  await writer.page.locator("form:has([name=receipt]) button").click();
  await writer.page.locator("#really").waitFor();
  assert.ok(sent.some((body) => body.includes("lookup=")), "something was sent");
  assert.ok(sent.every((body) => !body.includes("7K3M")), "the receipt never left the browser");
  await writer.leave();
});

test("what everybody who works here can read about it, and the board for a screen and on paper", async () => {
  const employee = await desktop(browser);
  await signIn(employee.page, url, somebody(demo.app, "employee"));
  for (const path of ["/voice/anonymity", `/voice/answers?site=${site}&screen=1`, `/voice/answers/print?site=${site}`, "/voice/anonymous", `/voice/anonymous?site=${site}`]) {
    await employee.page.goto(`${url}${path}`);
    await employee.page.locator("html[data-ready]").waitFor({ state: "attached" });
    assert.deepEqual(await axe(employee.page), [], path);
    await shot(employee.page, `anonymous desktop ${path.split("?")[0]}`);
  }
  await employee.leave();
});
