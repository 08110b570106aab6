// One polite voice for the whole page, so that two modules never talk over each other.
export function say(words) {
  const voice = document.getElementById('said');
  if (!voice) return;
  voice.textContent = '';
  // A change after a pause is read out even when the words are the same as before.
  setTimeout(() => { voice.textContent = words; }, 60);
}
