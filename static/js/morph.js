// Makes a part of the page equal to freshly fetched HTML while keeping every node that can stay: its focus, the caret,
// half-typed words, open <details>, running players. Nodes with the same id (or data-key) are the same node.
//
// data-own="hidden title" on an element names attributes a module looks after: they are left alone.
// data-own="*" leaves the whole element alone, or replaces it whole when the server's answer must win. A form that says so holds
// words nobody has sent: it stays even when the page has no such form any more, so that nothing typed is lost.

const policy = globalThis.trustedTypes?.createPolicy('pw-morph', { createHTML: (html) => html });

export function parse(html) {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html');
}

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
const keyOf = (node) => (isElement(node) ? node.id || node.getAttribute('data-key') || '' : '');
// A form to another address is another form.
const actionOf = (node) => (node.nodeName === 'FORM' ? node.getAttribute('action') : '');
const alike = (a, b) =>
  a.nodeType === b.nodeType && a.nodeName === b.nodeName && keyOf(a) === keyOf(b) && actionOf(a) === actionOf(b);
const TYPED_IN = 'form[data-own="*"]';

function place(parent, node, before) {
  // moveBefore keeps focus, players and animations; elsewhere moving is removing and putting back.
  if (parent.moveBefore && node.isConnected) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}

function morphAttributes(old, fresh) {
  const own = new Set((old.dataset?.own ?? '').split(' ').concat('data-own'));
  if (old.matches('details, dialog')) own.add('open');
  for (const { name } of [...old.attributes]) {
    if (!own.has(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (!own.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

function next(node, fits) {
  while (node && !fits(node)) node = node.nextSibling;
  return node;
}

const typedIn = (gone, force) => (force || !isElement(gone) ? [] : gone.querySelectorAll(TYPED_IN));

function morphChildren(old, fresh, force) {
  const keyed = new Map();
  for (const child of old.children) if (keyOf(child)) keyed.set(keyOf(child), child);

  let at = old.firstChild;
  for (const want of [...fresh.childNodes]) {
    let match = null;
    // What stays keeps its place as well: others are not put before it.
    while (!force && at?.dataset?.stay !== undefined && keyOf(at) !== keyOf(want)) at = at.nextSibling;
    if (keyOf(want)) {
      const known = keyed.get(keyOf(want));
      if (known && alike(known, want)) match = known;
    } else {
      match = next(at, (node) => alike(node, want) && node.className === want.className) ?? next(at, (node) => alike(node, want));
    }
    if (!match) {
      old.insertBefore(document.importNode(want, true), at);
      continue;
    }
    if (match === at) at = at.nextSibling;
    else place(old, match, at);
    morph(match, want, force);
  }
  while (at) {
    const after = at.nextSibling;
    // A sentence said once (data-stay) is not in the fresh page; whoever reads it may finish.
    if (force || (at.dataset?.stay === undefined && !at.matches?.(TYPED_IN))) {
      for (const form of typedIn(at, force)) place(old, form, at);
      at.remove();
    }
    at = after;
  }
}

export function morph(old, fresh, force = false) {
  if (!isElement(old)) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  if (old.dataset?.own === '*') {
    if (force) old.replaceWith(document.importNode(fresh, true));
    return;
  }
  if (old.isEqualNode(fresh)) return;
  morphAttributes(old, fresh);
  morphChildren(old, fresh, force);
}

/** Shows the parts named by the selectors as they are in the fetched document; `shown` is called once they stand there. */
export async function show(fresh, selectors, { force = false, shown } = {}) {
  const change = () => {
    for (const selector of selectors) {
      const old = document.querySelector(selector);
      const next = fresh.querySelector(selector);
      if (old && next) morph(old, next, force);
    }
    shown?.();
  };
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || document.visibilityState !== 'visible';
  if (document.startViewTransition && !calm) {
    const transition = document.startViewTransition(change);
    transition.ready.catch(() => {});
    transition.finished.catch(() => {});
    await transition.updateCallbackDone;
  } else change();
  const { attachAll } = await import('./app.js');
  attachAll();
}
