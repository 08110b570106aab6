// Every page there is, found as a person finds them: by following links.

/** The kind of page that an address leads to: /praise/0192… and /praise/0193… are one kind. */
export function kindOf(path) {
  return path
    .replace(/^\/at\/[^/]+/, "/at/{site}")
    .replace(/^\/follow\/[^/]+/, "/follow/{secret}")
    .replace(/^\/(q|seen)\/[^/]+/, "/$1/{code}")
    .replace(/\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/gi, "/{id}")
    .replace(/\/(?=[\w-]*\d)[\w-]{16,}/g, "/{id}")
    .replace(/\/\d+(?=\/|$)/g, "/{id}")
    .replace(/^\/admin\/(sites|places|people|codes|roles|departments)\/(?!new$|import$|\{id\})[^/]+/, "/admin/$1/{id}");
}

// Not pages: files, streams and what is meant for machines.
const NOT_A_PAGE = /^\/(a|live|health|metrics|api|sign-out)(\/|$)|\.(csv|svg|eml|pdf|ico)$|\/live$/;

/**
 * Follows links from `starts` and gives one address of each kind of page: Map kind -> path. Links never act on GET, so
 * following all of them changes nothing.
 */
export async function collectPages(page, url, starts, most = 120) {
  const found = new Map();
  const queue = [...starts];
  while (queue.length > 0 && found.size < most) {
    const path = queue.shift();
    const { pathname } = new URL(path, url);
    if (found.has(kindOf(pathname)) || NOT_A_PAGE.test(pathname)) continue;
    const answer = await page.goto(new URL(path, url).href);
    if (!(answer.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    // A refusal is a page too, but not the one that was asked for; one of each is enough.
    if (answer.status() >= 400) {
      found.set(`answered with ${answer.status()}`, path);
      continue;
    }
    // Where a redirect led is the page; the address asked for is only a way to it.
    const here = new URL(page.url());
    found.set(kindOf(pathname), path);
    found.set(kindOf(here.pathname), here.pathname + here.search);
    const links = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((link) => link.href));
    for (const link of links.map((href) => new URL(href))) {
      if (link.origin === new URL(url).origin) queue.push(link.pathname + link.search);
    }
  }
  return found;
}
