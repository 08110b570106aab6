// What a page costs a phone.

/**
 * Opens an address with an empty cache and adds up every answer: { transferred, decoded, answers: [{url, transferred}] },
 * in bytes. Transferred is what went over the wire with headers, decoded what the browser unpacked.
 */
export async function weigh(page, address) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const answers = new Map();
  session.on("Network.responseReceived", ({ requestId, response }) => {
    // A data: address is part of the answer that names it, and already counted there.
    if (!response.url.startsWith("data:")) answers.set(requestId, { url: response.url, transferred: 0, decoded: 0 });
  });
  session.on("Network.dataReceived", ({ requestId, dataLength }) => {
    const answer = answers.get(requestId);
    if (answer) answer.decoded += dataLength;
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (answer) answer.transferred = encodedDataLength;
  });
  // "load" and a breath instead of "networkidle": an open stream of events would keep the network busy for ever.
  await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(500);
  await session.detach();
  const all = [...answers.values()];
  const sum = (what) => all.reduce((total, answer) => total + answer[what], 0);
  return { transferred: sum("transferred"), decoded: sum("decoded"), answers: all };
}
