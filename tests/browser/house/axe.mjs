// WCAG 2.2 AA as far as a machine can tell.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What is wrong with the page in light and then in dark, beginning with which of the two; `picture(colour)` is called in each.
 * In dark the contrast alone is looked at: nothing else of the page has changed. Its colours are the same on every screen too,
 * so that a page that is looked at on several, by `screen` in `lang`, is looked at in dark on one of them in each language.
 */
export async function axeInBothColours(page, { lang = "en", screen = 390, picture = async () => {} } = {}) {
  const wrong = [];
  const isDarkToo = (Number(screen) === 390) === (lang === "en");
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const found = colorScheme === "light" || isDarkToo ? await axe(page, { colours: colorScheme === "dark" }) : [];
    wrong.push(...found.map((sentence) => `${colorScheme}: ${sentence}`));
    await picture(colorScheme);
  }
  await page.emulateMedia({ colorScheme: "light" });
  return wrong;
}

/**
 * What is wrong with the page as it stands, one readable line for each element; empty when nothing is. `colours` asks for
 * the contrast alone.
 */
export async function axe(page, { colours = false } = {}) {
  // Half a page, or one without its styles, has hardly anything wrong with it.
  await page.waitForLoadState("load");
  // By the debugging protocol and not as a script element, which the pages' content security policy rightly refuses.
  if (!(await page.evaluate("typeof window.axe === 'object'"))) await page.evaluate(source);
  const violations = await page.evaluate(async ([tags, colours]) => {
    // Rules that are off by default and stay off, because AAA asks for them, are not in these tags; 2.5.8 is, and is off.
    const found = await window.axe.run(document, {
      ...(colours
        ? { runOnly: { type: "rule", values: ["color-contrast"] } }
        : { runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } } }),
      resultTypes: ["violations"],
    });
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map((node) => ({ html: node.html.slice(0, 200), why: node.failureSummary })),
    }));
  }, [TAGS, colours]);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, why }) => `${id}: ${help}\n    ${html}\n    ${why.replace(/\s*\n\s*/g, " ")}`),
  );
}
