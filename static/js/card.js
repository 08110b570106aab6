// The thank-you card: held up it fills the screen, and it can be turned round for the person on the other side of the desk.
export function attach(card) {
  const buttons = card.querySelector('[data-card-buttons]');
  const openButton = card.querySelector('[data-card-open]');
  const flipButton = card.querySelector('[data-card-flip]');
  const closeButton = card.querySelector('[data-card-close]');
  const others = () => [...document.body.children, ...card.parentElement.children]
    .filter((element) => !element.contains(card) && element.id !== 'said');
  const name = card.querySelector('.card-name');
  let light = null;

  // A long name gets smaller rather than broken in two.
  function fit() {
    name.style.fontSize = '';
    const room = card.querySelector('.card-words').clientWidth;
    for (let size = Number.parseFloat(getComputedStyle(name).fontSize); size > 28 && widest() > room; size *= 0.94) {
      name.style.fontSize = `${size}px`;
    }
  }

  function widest() {
    return Math.max(...[...name.querySelectorAll('bdi')].map((one) => {
      one.style.whiteSpace = 'nowrap';
      const width = one.getBoundingClientRect().width;
      one.style.whiteSpace = '';
      return width;
    }));
  }

  function flip(to) {
    card.classList.toggle('flipped', to);
    flipButton.setAttribute('aria-pressed', String(card.classList.contains('flipped')));
  }

  async function hold() {
    card.classList.add('held');
    for (const element of others()) {
      element.inert = true;
      element.dataset.own = 'inert';
    }
    flipButton.focus();
    // Both are a kindness only: the card is complete without the whole screen and without a waking display.
    try { await card.requestFullscreen?.({ navigationUI: 'hide' }); } catch { /* not on this phone */ }
    try { light = await navigator.wakeLock?.request('screen'); } catch { /* low battery */ }
  }

  function release() {
    if (!card.classList.contains('held')) return;
    card.classList.remove('held');
    flip(false);
    for (const element of others()) element.inert = false;
    if (document.fullscreenElement) document.exitFullscreen();
    light?.release();
    light = null;
    openButton.focus();
  }

  // The page may be refreshed while the card is held up.
  card.dataset.own = 'class';
  name.dataset.own = 'style';
  fit();
  addEventListener('resize', fit);
  buttons.hidden = false;
  buttons.dataset.own = 'hidden';
  openButton.addEventListener('click', hold);
  flipButton.addEventListener('click', () => flip());
  closeButton.addEventListener('click', release);
  document.addEventListener('fullscreenchange', () => { if (!document.fullscreenElement) release(); });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') release(); });
}
