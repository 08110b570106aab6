// Typing part of a name and choosing the person: the combobox pattern of ARIA 1.2. The list comes as JSON
// [{id, name, role, department, initials}] from data-finder-url. Choosing fills the hidden field "person".
import { say } from './say.js';

const PAUSE = 120;

export function attach(root) {
  const input = root.querySelector('[data-finder]');
  const search = root.querySelector('[data-finder-search]');
  const chosen = root.querySelector('[data-finder-chosen]');
  const card = root.querySelector('[data-finder-card]');
  const template = root.querySelector('[data-finder-template]');
  const list = Object.assign(document.createElement('ul'), { className: 'finder-list', id: 'who-list', hidden: true });
  let [people, active] = [[], -1];
  let [timer, asked] = [0, null];

  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', root.dataset.finderList);
  const none = Object.assign(document.createElement('p'), { className: 'soft', hidden: true, textContent: root.dataset.finderNone });
  search.append(list, none);
  search.querySelector('[data-finder-find]').hidden = true;
  search.querySelector('.finder-line').classList.add('alone');
  const combobox = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' };
  for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
  root.dataset.own = '*';

  function cardOf(person) {
    const copy = template.content.cloneNode(true);
    for (const slot of copy.querySelectorAll('[data-slot]')) {
      slot.textContent = person[slot.dataset.slot] ?? '';
      if (slot.dataset.slot === 'department' && !person.department) {
        slot.previousSibling?.remove();
        slot.remove();
      }
    }
    return copy;
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    const option = index >= 0 ? list.children[index] : null;
    if (!option) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  function open(found) {
    people = found;
    list.replaceChildren(...found.map((person, i) => {
      const option = Object.assign(document.createElement('li'), { className: 'finder-option', id: `who-${i}` });
      option.setAttribute('role', 'option');
      option.append(cardOf(person));
      // mousedown would take the focus away and close the list before the click.
      option.addEventListener('pointerdown', (event) => event.preventDefault());
      option.addEventListener('click', () => choose(person));
      return option;
    }));
    list.hidden = found.length === 0;
    none.hidden = !list.hidden;
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark(-1);
    say(found.length ? `${found.length}. ${root.dataset.finderSome}` : root.dataset.finderNone);
  }

  function close() {
    asked?.abort();
    clearTimeout(timer);
    list.hidden = true;
    none.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  }

  async function find() {
    const words = input.value.trim();
    asked?.abort();
    if (words.length < 2) return close();
    asked = new AbortController();
    try {
      const answer = await fetch(`${root.dataset.finderUrl}?q=${encodeURIComponent(words)}`, { headers: { Accept: 'application/json' }, signal: asked.signal });
      if (answer.ok) open(await answer.json());
    } catch { /* overtaken by the next letter, or no connection: what was typed is still sent with the form */ }
  }

  function choose(person) {
    close();
    root.querySelector('[data-finder-candidates]')?.remove();
    let hidden = root.querySelector('input[type="hidden"][name="person"]');
    if (!hidden) {
      chosen.prepend(hidden = Object.assign(document.createElement('input'), { type: 'hidden', name: 'person' }));
    }
    hidden.value = person.id;
    card.replaceChildren(cardOf(person));
    chosen.hidden = false;
    search.hidden = true;
    const unknown = root.parentElement.querySelector('#unknown');
    if (unknown) unknown.checked = false;
    chosen.querySelector('[data-finder-change]').focus();
    say(person.name);
  }

  root.querySelector('[data-finder-change]').addEventListener('click', (event) => {
    event.preventDefault();
    root.querySelector('input[type="hidden"][name="person"]')?.remove();
    chosen.hidden = true;
    search.hidden = false;
    input.select();
    input.focus();
  });
  input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(find, PAUSE); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const last = people.length - 1;
    if (event.key === 'ArrowDown') { if (list.hidden) find(); else mark(active >= last ? 0 : active + 1); }
    else if (event.key === 'ArrowUp') { if (list.hidden) return; mark(active <= 0 ? last : active - 1); }
    else if (event.key === 'Enter') { if (!list.hidden && active >= 0) choose(people[active]); else find(); }
    else if (event.key === 'Escape' && !list.hidden) close();
    else return;
    event.preventDefault();
  });
}
