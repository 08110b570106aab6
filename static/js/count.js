// A gentle word when a text is too short to mean anything. Never an error: what is there may be sent.
export function attach(area) {
  const hint = document.createElement('p');
  hint.className = 'hint';
  hint.setAttribute('role', 'status');
  area.after(hint);
  area.addEventListener('change', () => {
    const letters = area.value.trim().length;
    hint.textContent = letters > 0 && letters < Number(area.dataset.countLeast) ? area.dataset.countSaid : '';
  });
}
