// Issues like the one being typed, offered below it to be joined. Asked by POST, because an address stands in logs; and
// not while the form says that it will be confidential or about something delicate: others could not join that.
import { parse } from './morph.js';
import { say } from './say.js';

const PAUSE = 500;
const FIELDS = ['what', 'place', 'fix'];

export function attach(root) {
  const form = root.closest('form');
  let [timer, asked, last] = [0, null, ''];

  const isForFew = () => form.querySelector('#level-confidential:checked, [data-delicate]:checked') !== null;
  const ids = () => [...root.querySelectorAll('a')].map((link) => link.getAttribute('href')).join(' ');

  async function find() {
    const body = new URLSearchParams(FIELDS.map((name) => [name, form.elements[name]?.value.trim() ?? '']));
    if (isForFew() || body.toString() === last) return;
    last = body.toString();
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch('/voice/similar', { method: 'POST', body, headers: { Accept: 'text/html' }, signal: asked.signal });
      if (!answer.ok) return;
      const fresh = parse(await answer.text()).body;
      const before = ids();
      const seen = root.querySelector('[name="anyway"]');
      // Whoever was shown some has seen them, also when what they typed since is like none.
      if (seen && !fresh.querySelector('[name="anyway"]')) fresh.prepend(seen);
      if (root.contains(document.activeElement)) return;
      root.replaceChildren(...fresh.childNodes);
      if (ids() && ids() !== before) say(root.dataset.similarSome);
    } catch { /* overtaken by the next letter, or no connection: they are asked once more when it is sent */ }
  }

  for (const name of FIELDS) {
    form.elements[name]?.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(find, PAUSE); });
  }
}
