// Keeps an open staff page true. The server only says "something changed" with a running number; the page then asks for
// itself again, so who may see what is decided in one place, by the server.
import { parse, show } from './morph.js';
import { say } from './say.js';

const unread = (root) => Number.parseInt(root.querySelector('#menu-count')?.textContent.replace(/\D/g, ''), 10) || 0;

export function attach(root) {
  let busy = false;
  let wanted = '';

  async function refresh() {
    if (busy) return;
    busy = true;
    try {
      while (wanted && wanted !== root.dataset.generation) {
        const asked = wanted;
        const answer = await fetch(location.href, { headers: { Accept: 'text/html', 'X-Peopleworthy': 'refresh' } });
        // Signed out or gone meanwhile: leave the page as it is, the next click will tell.
        if (!answer.ok || answer.redirected) return;
        const fresh = parse(await answer.text());
        const before = unread(document);
        await show(fresh, ['#main', '#bar']);
        root.dataset.generation = fresh.querySelector('[data-generation]')?.dataset.generation ?? asked;
        if (unread(document) > before) say(root.dataset.liveSaid);
        // The page may already be newer than the event that woke us, never older than it for long.
        if (wanted === asked) break;
      }
    } catch {
      // No connection just now: EventSource comes back by itself and repeats the current number.
    } finally {
      busy = false;
    }
  }

  const source = new EventSource(root.dataset.liveUrl ?? '/live');
  source.addEventListener('refresh', (event) => {
    wanted = event.data;
    refresh();
  });
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
}
