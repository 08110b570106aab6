// An open page stays true: a server that goes away and comes back is met with growing pauses, and what happened meanwhile is
// shown without anybody loading the page anew. The server stays on its address, and its data in their folder.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createServer } from "node:http";
import { house, startApp } from "./house/app.mjs";
import { desktop, openChromium, phone } from "./house/browser.mjs";
import { enterFirstDoor, findByList, furnish, send, signIn, watchFor } from "./house/cast.mjs";

// What static/js/live.js promises: the first pause, and that each is twice the one before. A timer may be late on a busy
// machine, never early.
const FIRST_PAUSE = 2_000;
const EARLY = 100;
// The server is away for four tries, which end 2, 6, 14 seconds after the first one.
const TRIES = 4;

let browser;
let place;
let app;
let amina;

before(async () => {
  browser = await openChromium();
  place = house("sqlite");
  app = await startApp(place);
  const settingUp = await desktop(browser);
  amina = await furnish(place, settingUp.page, app.url);
  await settingUp.leave();
});
after(async () => {
  await browser?.close();
  await app?.stop();
  place?.tearDown();
});

/** Stands at the server's address as a proxy does whose server is just starting, and answers 502 to everything. */
async function proxyWithoutServer(url) {
  const asked = [];
  const server = createServer((request, answer) => {
    asked.push({ path: request.url, at: Date.now() });
    answer.writeHead(502, { "content-type": "text/html" }).end("<!doctype html><title>502</title>");
  });
  server.listen(Number(new URL(url).port), "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const stop = () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  return { asked, stop };
}

async function praise(url, words) {
  const guest = await phone(browser);
  await enterFirstDoor(guest.page, url, amina.site);
  await findByList(guest.page, amina.name.split(" ")[0], amina.name);
  await guest.page.locator("[name=did]").fill(words);
  await send(guest.page);
  await guest.leave();
}

/** The same server again: where it was, with the data it had. */
const restart = (url) => startApp(place, { port: Number(new URL(url).port) });

async function openHome() {
  const colleague = await desktop(browser);
  await signIn(colleague.page, app.url, amina);
  const listening = colleague.page.waitForResponse((answer) => new URL(answer.url()).pathname === "/live");
  await colleague.page.goto(`${app.url}/home`);
  await listening;
  return colleague;
}

describe("the server goes away and comes back", () => {
  test("behind a proxy that answers for it: growing pauses, then what was missed", async () => {
    const colleague = await openHome();
    const appears = await watchFor(colleague.page, "Kingfisher");
    const { url } = app;
    await app.stop();
    const proxy = await proxyWithoutServer(url);
    const until = Date.now() + 45_000;
    while (proxy.asked.length < TRIES && Date.now() < until) await colleague.page.waitForTimeout(100);
    await proxy.stop();
    app = await restart(url);

    const asked = proxy.asked.map(({ path, at }) => ({ path, after: at - proxy.asked[0].at }));
    console.log(`tries while the server was away, in milliseconds: ${asked.map((one) => one.after).join(", ")}`);
    assert.deepEqual([...new Set(asked.map((one) => one.path))], ["/live"], "only the stream is tried again, never the page");
    assert.equal(asked.length, TRIES, "it tries, and no more often than it promises");
    for (let next = 1; next < asked.length; next += 1) {
      const pause = asked[next].after - asked[next - 1].after;
      const least = FIRST_PAUSE * 2 ** (next - 1) - EARLY;
      assert.ok(pause >= least, `pause ${next} should be at least ${least} ms, and was ${pause}`);
    }

    await praise(app.url, "Kingfisher: found my ring in the garden.");
    await appears(60_000);
    colleague.trouble.length = 0; // that nobody answered stands in the console, and should
    await colleague.leave();
  });

  test("what was sent before the page found its way back is shown, and the words being typed stay", async () => {
    const colleague = await openHome();
    const appears = await watchFor(colleague.page, "Goldfinch");
    const typing = colleague.page.locator("[name=did]").first();
    await typing.fill("She always ");
    const { url } = app;
    // The page cannot hear of anything while its connection is gone; the praise comes in that time.
    await colleague.context.setOffline(true);
    await app.stop();
    app = await restart(url);
    await praise(url, "Goldfinch: sang for my grandmother.");
    assert.equal(await colleague.page.getByText("Goldfinch").count(), 0, "nothing can have come while the connection was gone");
    await colleague.context.setOffline(false);
    await appears(30_000);
    assert.equal(await typing.inputValue(), "She always ");
    colleague.trouble.length = 0;
    await colleague.leave();
  });

  test("a note that is opened asks only for what is there", async () => {
    const colleague = await openHome();
    const refused = [];
    colleague.page.on("response", (answer) => answer.status() >= 400 && refused.push(`${answer.status()} ${answer.url()}`));
    // Opening it marks it read, so the page looks again, before the second is over after which it would tell so itself.
    await colleague.page.locator(".note-first a").first().click();
    await colleague.page.waitForURL(/\/praise\/0/);
    await colleague.page.waitForTimeout(2_500);
    assert.deepEqual(refused, []);
    await colleague.leave();
  });

  test("a sentence said once stays where it is when the page looks again", async () => {
    const guest = await phone(browser);
    const { page } = guest;
    await enterFirstDoor(page, app.url, amina.site);
    await findByList(page, amina.name.split(" ")[0], amina.name);
    await page.locator("[name=did]").fill("Heron: waited with me for the bus.");
    await send(page);
    await page.locator("summary").filter({ has: page.locator("xpath=following-sibling::form[.//*[@name='addition']]") }).click();
    await page.locator("[name=addition]").fill("In the rain.");
    const looksAgain = page.waitForResponse((answer) => answer.request().headers()["x-peopleworthy"] === "refresh");
    await page.locator("form:has([name=addition]) button").click();
    await (await looksAgain).finished();
    await page.waitForFunction(() => document.getElementById("follow")?.dataset.generation);
    assert.equal(await page.evaluate(() => document.querySelector("#main > :first-child")?.id), "flash");
    await guest.leave();
  });
});
