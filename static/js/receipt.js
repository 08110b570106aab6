// Writing where nobody is known. The receipt is made here and never leaves the browser: only what is derived from it is sent,
// and nothing is sent before the writer says that they have kept it. What comes back is shown on this same page, so that the
// receipt that was kept stays the right one when something was wrong with the form. A browser that cannot do the sums sends
// the form as it is; the server then makes a receipt and shows it once.
import { parse, show } from './morph.js';
import { picture } from './qr.js';
import { say } from './say.js';
import { canMake, holds, lookupOf, randomSeed, written } from './seed.js';

export function attach(form) {
  const part = (name) => form.querySelector(`[data-receipt-${name}]`);
  const problem = part('problem');
  if (!canMake()) {
    part('open').hidden = false;
    return;
  }
  const seed = randomSeed();
  const receipt = written(seed);
  const kept = part('kept');
  part('code').textContent = receipt;
  part('picture').append(picture(`${form.dataset.receiptBack}#${receipt}`));
  part('box').hidden = false;
  part('plain').hidden = true;

  const copy = part('copy');
  copy.hidden = !navigator.clipboard;
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(receipt);
      copy.textContent = copy.dataset.receiptCopied;
      say(copy.dataset.receiptCopied);
    } catch { /* it stands there to be written down */ }
  });
  part('print').addEventListener('click', () => print());

  function stop(sentence, field) {
    problem.textContent = sentence;
    problem.hidden = false;
    field.focus();
  }

  /** Sends the form without anything that tells who sends it, and shows what comes back. */
  async function send() {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'omit',
      cache: 'no-store', referrerPolicy: 'no-referrer', redirect: 'error', headers: { Accept: 'text/html' } });
    const fresh = parse(await answer.text());
    if (!fresh.getElementById('main')) throw new Error('not our page');
    await show(fresh, ['#main'], { force: answer.ok });
    document.title = fresh.title;
    const first = document.getElementById('problems') ?? document.getElementById('main');
    first.scrollIntoView({ block: 'start' });
    first.focus();
  }

  let isSending = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isSending) return;
    problem.hidden = true;
    const telling = [...form.querySelectorAll('textarea, input[type=text]')].find((field) => holds(field.value, receipt));
    if (telling) return stop(form.dataset.receiptHolds, telling);
    if (!kept.checked) return stop(form.dataset.receiptKeep, kept);
    isSending = true;
    try {
      form.elements.lookup.value = await lookupOf(seed);
      await send();
    } catch {
      stop(form.dataset.receiptFailed, kept);
    } finally {
      isSending = false;
    }
  });
}
