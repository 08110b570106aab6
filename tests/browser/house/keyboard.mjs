// The page as somebody without a mouse meets it.

/**
 * Presses Tab through the whole page. Gives sentences about every control that Tab never reaches, that shows nothing when
 * it has the focus, or that lies hidden under something else then; empty when all is well.
 */
export async function tabThrough(page) {
  // From the page's beginning, wherever the focus was: a form that is not right takes it to its summary.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    window.scrollTo(0, 0);
  });
  await page.evaluate(`(${markControls})(${lookOf})`);
  // A date is several stops inside one control: day, month, year, and the button that opens the calendar.
  const most = await page.evaluate(
    () => document.querySelectorAll("[data-tab-test]").length + 4 * document.querySelectorAll("input[type=date]").length + 20,
  );
  const reached = new Set();
  const wrong = [];
  let last = null;
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(`(${describeFocus})(${lookOf})`);
    // Back at the browser's own frame or at the beginning: once around.
    if (focus === null) break;
    if (focus.mark === last) continue;
    if (reached.has(focus.mark)) break;
    last = focus.mark;
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

// The functions below run in the page.

// Everything that may draw a ring: the control, what it is stretched with, its label, or a frame around it, with an outline, a
// shadow or a border.
function lookOf(control) {
  const frames = [control.nextElementSibling, control.closest("label"), control.parentElement, control.parentElement?.parentElement];
  const drawing = [[control], [control, "::before"], [control, "::after"], ...frames.filter(Boolean).map((frame) => [frame])];
  return drawing
    .map(([element, pseudo]) => {
      const style = getComputedStyle(element, pseudo);
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } = style;
      return [outlineStyle === "none" ? "" : outlineWidth + outlineColor, boxShadow, borderColor, backgroundColor].join();
    })
    .join("|");
}

// Numbers every control that a person can see, and remembers how it looks while nothing has the focus.
function markControls(look) {
  const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  let number = 0;
  window.lookWithoutFocus = new WeakMap();
  for (const control of document.querySelectorAll(wanted)) {
    delete control.dataset.tabTest;
    const visible = control.checkVisibility({ checkVisibilityCSS: true, checkOpacity: false });
    const box = control.getBoundingClientRect();
    // Taken out of Tab's way on purpose: a field that only robots see, and the parts of a list box, a menu, a tab row, which
    // arrows move through. A plain control with a negative tabindex is a mistake, and stays in the count.
    const aside = control.closest("[inert], [aria-hidden=true]") !== null || (control.tabIndex < 0 && control.hasAttribute("role"));
    window.lookWithoutFocus.set(control, look(control));
    if (visible && box.width > 0 && !control.disabled && !aside) {
      control.dataset.tabTest = String((number += 1));
    }
  }
}

// Who has the focus, whether one sees it, whether something lies over it. Takes the focus from nobody: a date would begin
// with its first part again.
function describeFocus(look) {
  const control = document.activeElement;
  if (control === null || control === document.body || control === document.documentElement) return null;
  control.scrollIntoView({ block: "nearest" });
  const box = control.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const related = top === null || control.contains(top) || top.contains(control) || control.labels?.[0]?.contains(top);
  return {
    mark: control.dataset.tabTest ?? control.outerHTML,
    name: control.outerHTML.slice(0, 140),
    shown: look(control) !== window.lookWithoutFocus.get(control),
    covered: !related,
  };
}
