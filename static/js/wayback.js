// The way back: what is sent is derived from the receipt; the receipt itself stays here. It may stand behind # in the address,
// which browsers send to nobody; it is taken out of there at once, so that it stands in no history.
import { canMake, lookupOf, read } from './seed.js';

export function attach(form) {
  const field = form.elements.receipt;
  const problem = form.querySelector('[data-wayback-problem]');
  if (location.hash.length > 1) {
    field.value = location.hash.slice(1);
    history.replaceState(null, '', location.pathname + location.search);
  }
  if (!canMake()) return;
  form.querySelector('[data-wayback-plain]').hidden = true;
  form.querySelector('[data-wayback-script]').hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const seed = read(field.value);
    problem.hidden = Boolean(seed);
    if (!seed) {
      problem.textContent = form.dataset.waybackWrong;
      field.focus();
      return;
    }
    form.elements.lookup.value = await lookupOf(seed);
    field.value = '';
    field.disabled = true;
    form.submit();
  });
  // Whoever comes back to this page types anew.
  addEventListener('pageshow', () => {
    field.disabled = false;
    form.elements.lookup.value = '';
  });
}
