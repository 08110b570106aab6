// The only script a page names. It looks for data-behaviour="finder keep …" and fetches the module of that name;
// each module exports attach(element). Without any of this every page still works as plain HTML.

const attached = new WeakMap();

async function attach(element) {
  const done = attached.get(element) ?? new Set();
  attached.set(element, done);
  for (const name of element.dataset.behaviour.split(' ')) {
    if (done.has(name) || !/^[a-z]+$/.test(name)) continue;
    done.add(name);
    const module = await import(`./${name}.js`);
    module.attach(element);
  }
}

// When all of it is in place the page says so: whoever drives a browser can wait for it.
export async function attachAll() {
  await Promise.all([...document.querySelectorAll('[data-behaviour]')].map(attach));
  document.documentElement.dataset.ready = '';
}

// The page after a successful send says so; then nothing needs to be kept any more.
if (document.querySelector('[data-sent]')) {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('draft ')) sessionStorage.removeItem(key);
}

// What keep.js was told on the way here (see there).
const flash = sessionStorage.getItem('flash');
sessionStorage.removeItem('flash');
if (flash && !document.querySelector('.flash')) {
  const words = Object.assign(document.createElement('p'), { className: 'flash', id: 'flash', textContent: flash });
  words.dataset.stay = '';
  words.setAttribute('role', 'status');
  document.getElementById('main').prepend(words);
}

attachAll();
