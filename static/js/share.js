// Copies the private link, or hands it to the phone's own sharing sheet.
import { say } from './say.js';

export function attach(button) {
  const url = new URL(button.dataset.sharePath, location.href).href;
  if (!navigator.clipboard && !navigator.share) return;
  button.hidden = false;
  button.dataset.own = 'hidden';
  button.addEventListener('click', async () => {
    try {
      if (navigator.clipboard) await navigator.clipboard.writeText(url);
      else await navigator.share({ url });
      say(button.dataset.shareDone);
      button.textContent = button.dataset.shareDone;
    } catch { /* the link stands beside the button */ }
  });
}
