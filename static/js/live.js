// Keeps an open page true: staff's by /live, a guest's private page by its own stream. The server only says "something
// changed" with a running number; the page then asks for itself again, so who may see what is decided in one place.
import { parse, show } from './morph.js';
import { say } from './say.js';

const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 60_000;

export function attach(root) {
  const isWhole = root === document.body;
  const again = (page) => (isWhole ? page.body : page.getElementById(root.id));
  // What is worth a word: more unread praise, or anything new on a guest's page.
  const news = () => (isWhole ? Number.parseInt(document.getElementById('menu-count')?.textContent, 10) || 0 : root.textContent.length);
  let busy = false;
  let wanted = '';
  let isOver = false;

  // The page that answers a form stays as it is (keep.js).
  const isAnswer = () => document.documentElement.dataset.answered !== undefined;

  async function refresh() {
    if (busy || isAnswer()) return;
    busy = true;
    try {
      while (wanted !== root.dataset.generation) {
        const asked = wanted;
        const answer = await fetch(location.href, { headers: { Accept: 'text/html', 'X-Peopleworthy': 'refresh' } });
        // Signed out or taken back meanwhile: leave the page as it is, the next click will tell.
        isOver ||= answer.redirected || answer.status === 404;
        if (!answer.ok || answer.redirected) return;
        const fresh = parse(await answer.text());
        if (isAnswer()) return;
        const before = news();
        await show(fresh, ['#main', '#bar']);
        // A guest's page carries no number of its own; the event's will do, and costs one look more at the start.
        root.dataset.generation = again(fresh)?.dataset.generation || asked;
        if (news() > before) say(root.dataset.liveSaid);
        if (wanted === asked) break;
      }
    } catch {
      // No connection just now: EventSource comes back by itself and repeats the current number.
    } finally {
      busy = false;
    }
  }

  if (!isWhole) root.dataset.own = 'data-generation';
  let source = null;
  let pause = FIRST_PAUSE;

  function listen() {
    source = new EventSource(root.dataset.liveUrl ?? '/live');
    source.addEventListener('refresh', (event) => {
      pause = FIRST_PAUSE;
      wanted = event.data;
      refresh();
    });
    // A lost connection comes back by itself. An answer that is no stream (a proxy whose server just starts again) is final
    // for the browser, and not for us.
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED || isOver) return;
      setTimeout(listen, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    });
  }

  listen();
  addEventListener('pagehide', () => { isOver = true; source.close(); });
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
}
