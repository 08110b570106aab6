// Everybody's letter box: the mails that lie in the data folder, read as a mail program reads them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import PostalMime from "postal-mime";

/** The letter box of a house. Each mail is handed out once. */
export function mailbox(place) {
  const folder = join(place.dataDir, "mail");
  const taken = new Set();
  const lying = () => {
    try {
      return readdirSync(folder).filter((name) => name.endsWith(".eml")).sort();
    } catch {
      return []; // the folder comes with the first mail
    }
  };

  /** The next mail to an address that holds a link with `part`: { subject, text, html, link }. Waits until it has come. */
  async function next(address, part, within = 20_000) {
    const until = Date.now() + within;
    for (;;) {
      for (const name of lying().filter((mail) => !taken.has(mail))) {
        const mail = await PostalMime.parse(readFileSync(join(folder, name)));
        const link = mail.text?.match(/https?:\/\/[^\s<>"]+/g)?.find((found) => found.includes(part));
        if (!link || !mail.to?.some((to) => to.address === address)) continue;
        taken.add(name);
        return { subject: mail.subject, text: mail.text, html: mail.html, link };
      }
      if (Date.now() > until) throw new Error(`no mail to ${address} with a link that has ${part}; there are ${lying().length} mails`);
      await pause(100);
    }
  }

  /** Every mail that begins so, has a link with `part` and was not handed out yet, once there are `count`: [{ to, subject, link }]. */
  async function all(beginning, part, count, within = 60_000) {
    const until = Date.now() + within;
    const found = new Map();
    for (;;) {
      for (const name of lying().filter((mail) => !taken.has(mail) && !found.has(mail))) {
        const mail = await PostalMime.parse(readFileSync(join(folder, name)));
        const link = mail.text?.match(/https?:\/\/[^\s<>"]+/g)?.find((one) => one.includes(part));
        if (link && mail.subject.startsWith(beginning)) found.set(name, { to: mail.to?.[0]?.address, subject: mail.subject, link });
      }
      if (found.size >= count) break;
      if (Date.now() > until) throw new Error(`${found.size} of ${count} mails that begin with ${beginning} came`);
      await pause(100);
    }
    for (const name of found.keys()) taken.add(name);
    return [...found.values()];
  }
  return { next, all };
}
