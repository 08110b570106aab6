// The page as somebody without a mouse meets it.

/**
 * Presses Tab through the whole page. Gives sentences about every control that Tab never reaches, that shows nothing when
 * it has the focus, or that lies hidden under something else then; empty when all is well.
 */
export async function tabThrough(page) {
  await page.evaluate(markControls);
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.scrollTo(0, 0);
  });
  const most = (await page.evaluate(() => document.querySelectorAll("[data-tab-test]").length)) + 20;
  const reached = new Set();
  const wrong = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(describeFocus);
    if (focus === null || reached.has(focus.mark)) {
      // Back at the browser's own frame or at the beginning: once around.
      if (focus === null || presses > 0) break;
    }
    reached.add(focus.mark);
    if (!focus.shown) wrong.push(`no visible focus: ${focus.name}`);
    if (focus.covered) wrong.push(`hidden under something when it has the focus: ${focus.name}`);
  }
  const missed = await page.evaluate((marks) => {
    const controls = [...document.querySelectorAll("[data-tab-test]")];
    // One radio button of a group is a stop for Tab, the arrows do the rest.
    const reachedRadios = controls.filter((control) => control.type === "radio" && marks.includes(control.dataset.tabTest));
    const groups = new Set(reachedRadios.map((control) => control.name));
    return controls
      .filter((control) => !marks.includes(control.dataset.tabTest))
      .filter((control) => !(control.type === "radio" && groups.has(control.name)))
      .map((control) => control.outerHTML.slice(0, 140));
  }, [...reached]);
  return [...wrong, ...missed.map((html) => `Tab never reaches ${html}`)];
}

/** Presses Tab until the focus is on an element that fits the selector. */
export async function tabTo(page, selector, most = 80) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab did not reach ${selector} within ${most} presses`);
}

// Runs in the page: numbers every control that a person can see.
function markControls() {
  const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  let number = 0;
  for (const control of document.querySelectorAll(wanted)) {
    delete control.dataset.tabTest;
    const visible = control.checkVisibility({ checkVisibilityCSS: true, checkOpacity: false });
    const box = control.getBoundingClientRect();
    // Taken out of Tab's way on purpose: a field that only robots see, and the parts of a list box, a menu, a tab row, which
    // arrows move through. A plain control with a negative tabindex is a mistake, and stays in the count.
    const aside = control.closest("[inert], [aria-hidden=true]") !== null || (control.tabIndex < 0 && control.hasAttribute("role"));
    if (visible && box.width > 0 && !control.disabled && !aside) {
      control.dataset.tabTest = String((number += 1));
    }
  }
}

// Runs in the page: who has the focus, whether one sees it, whether something lies over it.
function describeFocus() {
  const control = document.activeElement;
  if (control === null || control === document.body || control === document.documentElement) return null;
  control.scrollIntoView({ block: "nearest" });
  // A ring may be drawn by the control, by its label, or by a frame around it, with an outline, a shadow or a border.
  const look = () =>
    [control, control.nextElementSibling, control.closest("label"), control.parentElement, control.parentElement?.parentElement]
      .filter(Boolean)
      .map((element) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } = getComputedStyle(element);
        return [outlineStyle === "none" ? "" : outlineWidth + outlineColor, boxShadow, borderColor, backgroundColor].join();
      })
      .join("|");
  const withFocus = look();
  control.blur();
  const without = look();
  control.focus({ focusVisible: true });
  const box = control.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const related = top === null || control.contains(top) || top.contains(control) || control.labels?.[0]?.contains(top);
  return {
    mark: control.dataset.tabTest ?? control.outerHTML,
    name: control.outerHTML.slice(0, 140),
    shown: withFocus !== without,
    covered: !related,
  };
}
