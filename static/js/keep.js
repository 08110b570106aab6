// A typed text is never lost. Drafts live in this tab only (sessionStorage), for half an hour (of a guest, whose phone may
// be a tablet on a desk, ten minutes), and only for whoever typed them; sending goes by fetch so that a dead connection, or
// a session that has ended, leaves the words on the page, with a way to send them again.
import { parse, show } from './morph.js';
import { say } from './say.js';

const PATIENCE = 8000;
const owner = document.documentElement.dataset.owner ?? '';
const KEPT_FOR = (owner ? 30 : 10) * 60 * 1000;
const kept = (field) => field.name && field.name !== 'website' && !['password', 'file', 'submit', 'button'].includes(field.type)
  && (field.type !== 'hidden' || field.name === 'form_key');

const typed = (field) => field.type === 'checkbox' || field.type === 'radio'
  ? field.checked !== field.defaultChecked : 'defaultValue' in field && field.value !== field.defaultValue;

export function attach(form) {
  const key = `draft ${owner} ${location.pathname} ${form.getAttribute('action') ?? ''}`;
  const busyButton = () => form.querySelector('[data-keep-main]');
  let sending = false;
  let lastPressed = null;

  function save() {
    form.dataset.own = '*';
    const fields = [...form.elements].filter(kept).map(({ name, type, value, checked }) =>
      ({ name, value, checked: type === 'checkbox' || type === 'radio' ? checked : undefined }));
    try { sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), fields })); } catch { /* full or forbidden: the page still has it */ }
  }

  function restore() {
    let draft = null;
    try { draft = JSON.parse(sessionStorage.getItem(key)); } catch { /* unreadable is as good as none */ }
    if (!draft || Date.now() - draft.at > KEPT_FOR) return sessionStorage.removeItem(key);
    let some = false;
    for (const { name, value, checked } of draft.fields) {
      const field = [...form.elements].find((f) => f.name === name && (checked === undefined || f.value === value));
      if (!field) continue;
      if (checked !== undefined) field.checked = checked;
      // The same form_key again: had the first try arrived after all, the server knows it.
      else if (field.type === 'hidden' || (!field.value && value)) {
        field.value = value;
        some ||= field.type !== 'hidden';
      }
    }
    if (some) {
      form.dataset.own = '*';
      say(form.dataset.keepRestored);
    }
  }

  function offer(sentence, link) {
    form.querySelector('.keep')?.remove();
    const box = document.createElement('div');
    const words = document.createElement('p');
    const again = document.createElement('button');
    box.className = 'keep';
    box.tabIndex = -1;
    words.textContent = sentence;
    if (link) {
      const way = Object.assign(document.createElement('a'), { href: '/sign-in', target: '_blank', textContent: link });
      words.append(' ', way);
    }
    again.className = 'button';
    again.type = 'button';
    again.textContent = form.dataset.keepAgain;
    again.addEventListener('click', () => form.requestSubmit(lastPressed));
    box.append(words, again);
    (busyButton()?.parentElement ?? form).prepend(box);
    box.scrollIntoView({ block: 'nearest' });
    say(`${words.textContent} ${again.textContent}`);
  }

  const free = () => {
    sending = false;
    busyButton()?.removeAttribute('aria-busy');
  };

  /** Sends; true if the next page loads or what came back is shown, which has seen to the button. */
  async function send(pressed) {
    const body = new URLSearchParams(new FormData(form));
    if (pressed?.name) body.append(pressed.name, pressed.value);
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'follow', signal: stop.signal,
        headers: { Accept: 'text/html', 'X-Peopleworthy': 'keep' } });
      clearTimeout(timer);
      if (answer.redirected && new URL(answer.url).pathname === '/sign-in') {
        offer(form.dataset.keepSignedOut, form.dataset.keepSignIn);
        return false;
      }
      if (answer.ok && answer.redirected) {
        sessionStorage.removeItem(key);
        // Following the redirect used up the page's one-time sentence: app.js says it on the page we go to.
        const flash = parse(await answer.text()).querySelector('.flash')?.textContent.trim();
        if (flash) sessionStorage.setItem('flash', flash);
        location.assign(answer.url);
        return true;
      }
      if (answer.status >= 500) throw new Error('not taken');
      const fresh = parse(await answer.text());
      if (!fresh.getElementById('main')) throw new Error('not our page');
      // What the page asks can be answered as soon as it stands there: a quick press must not fall on deaf ears.
      await show(fresh, ['#main'], { force: true, shown: free });
      // It stays as it is: what its address shows is something else, and has none of this.
      document.documentElement.dataset.answered = '';
      document.title = fresh.title;
      const summary = document.getElementById('problems');
      (summary ?? document.getElementById('finder') ?? document.getElementById('main')).scrollIntoView({ block: 'start' });
      summary?.focus();
      return true;
    } finally {
      clearTimeout(timer);
    }
  }

  form.addEventListener('input', save);
  form.addEventListener('submit', async (event) => {
    if (!globalThis.fetch || !globalThis.AbortController) return;
    event.preventDefault();
    if (sending) return;
    sending = true;
    lastPressed = event.submitter ?? lastPressed;
    form.querySelector('.keep')?.remove();
    busyButton()?.setAttribute('aria-busy', 'true');
    say(form.dataset.keepSending);
    save();
    let seenTo = false;
    try { seenTo = await send(lastPressed); } catch { offer(form.dataset.keepOffline); }
    // While the next page loads, a further press must not send again; on a page that is shown the next one may be on its way.
    if (!seenTo) free();
  });
  addEventListener('online', () => { if (form.isConnected && form.querySelector('.keep')) form.requestSubmit(lastPressed); });
  addEventListener('pageshow', (event) => { if (event.persisted) free(); });
  restore();
  // On slow Wi-Fi somebody types before this script has come: that is not lost either.
  if ([...form.elements].some((field) => kept(field) && typed(field))) save();
}
