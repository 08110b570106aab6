// What people do where nobody is known. Fields are found by the names that forms post.

/** The code that hangs in the staff room, as an administrator prints it. */
export async function staffRoomCode(page, url, site) {
  await page.goto(`${url}/admin/voice/poster/${site}`);
  return (await page.locator("strong.poster-question").innerText()).trim();
}

/** Fills in the form of a site as it opens in the browser's language, and stops before sending. */
export async function fillIn(page, url, { site, code, category, ...words }) {
  await page.goto(`${url}/voice/anonymous?site=${site}`);
  await page.locator("[name=code]").fill(code.toLowerCase());
  if (category) await page.locator("[name=category]").selectOption(category);
  else await page.locator("[name=category]").selectOption({ index: 1 });
  for (const [name, typed] of Object.entries(words)) await page.locator(`[name=${name}]`).fill(typed);
  const said = page.locator("[name=site_said][value=yes]");
  if (await said.count()) await said.check();
}

/** With JavaScript: writes the receipt down, sends, and gives the receipt. */
export async function keepAndSend(page) {
  // Ticked first, because the box can be ticked only once the script has written the receipt beside it.
  await page.locator("#kept").check();
  const receipt = (await page.locator("[data-receipt-code]").innerText()).trim();
  await page.locator("form button[type=submit]").click();
  await page.locator("form [name=what]").waitFor({ state: "detached" });
  return receipt;
}

/**
 * Opens the thread behind a receipt, again and again until it was collected; gives its code-word. With JavaScript it waits for
 * the scripts, as nobody is quicker: until they are there the form works as it does without.
 */
export async function comeBack(page, url, receipt, { js = true } = {}) {
  for (let tries = 0; tries < 30; tries += 1) {
    await page.goto(`${url}/voice/receipt`);
    if (js) await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await page.locator("[name=receipt]").fill(receipt);
    await page.locator("form:has([name=receipt]) button").click();
    await page.locator("h1").waitFor();
    if (await page.locator("[name=text]").count()) return (await page.locator("h1").innerText()).trim();
    await page.waitForTimeout(300);
  }
  throw new Error(`never collected: ${await page.locator("main").innerText()}`);
}
