// Tells the server that the note was really seen: it stood in the foreground for one second. A background tab, a page
// fetched ahead or drawn in advance never counts.
const A_SECOND = 1000;

export function attach(note) {
  let timer = 0;

  function stop() {
    clearTimeout(timer);
    timer = 0;
  }

  function look() {
    stop();
    if (document.visibilityState === 'visible' && !document.prerendering) timer = setTimeout(tell, A_SECOND);
  }

  async function tell() {
    document.removeEventListener('visibilitychange', look);
    // The page may have looked again meanwhile: a note that is read already carries no path.
    const path = note.dataset.readPath;
    if (!path) return;
    try {
      const answer = await fetch(path, { method: 'POST', keepalive: true });
      if (!answer.ok) throw new Error('not taken');
    } catch {
      // Tried again when the page next comes to the front.
      document.addEventListener('visibilitychange', look);
    }
  }

  document.addEventListener('visibilitychange', look);
  document.addEventListener('prerenderingchange', look);
  look();
}
