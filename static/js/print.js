// A print button, shown only where it works.
export function attach(button) {
  button.hidden = false;
  button.dataset.own = 'hidden';
  button.addEventListener('click', () => print());
}
