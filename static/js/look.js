// What is typed into a secret field can be looked at: on a small keyboard most slips are found only so. The field is a
// password field again before it is sent, or browsers would keep what was typed among ordinary words.
export function attach(root) {
  const [input, button] = [root.querySelector('input'), root.querySelector('button')];
  const words = { password: button.textContent, text: button.dataset.lookHide };
  const become = (type) => {
    input.type = type;
    button.textContent = words[type];
  };
  input.dataset.own = 'type';
  button.dataset.own = '*';
  button.hidden = false;
  button.addEventListener('click', () => become(input.type === 'password' ? 'text' : 'password'));
  input.form.addEventListener('submit', () => become('password'));
}
