// The keyboard of the desk: keys that pages name on their own links and buttons, or add by a script, listed on "?", switched off for good by who does not want them.

const body = document.body;
const isOn = () => body.dataset.keys !== 'off';
let dialog = null;

/** What can be pressed on this page only: the key, what it does, and how. A script of the page adds to it when it is asked by "desk:keys". */
function own() {
  const keys = [...document.querySelectorAll('[data-key][data-key-label]')].map((control) => [control.dataset.key, control.dataset.keyLabel, () => control.click()]);
  document.dispatchEvent(new CustomEvent('desk:keys', { detail: keys }));
  const search = document.querySelector('main input[type="search"]');
  if (search) keys.unshift(['/', 'search', () => { search.focus(); search.select(); }]);
  return keys;
}

const everywhere = [['d', 'go to the desk', () => document.querySelector('.bar nav a')?.click()], ['?', 'this list', show]];

/** Keys that are listed though something else listens to them. */
const listed = () => document.querySelector('textarea[data-writing]')
  ? [['Ctrl+B', 'bold'], ['Ctrl+I', 'italic'], ['Ctrl+K', 'link'], ['Ctrl+Alt+P', 'preview beside the text']] : [];

async function choose(box) {
  const { checked } = box;
  body.dataset.keys = checked ? 'on' : 'off';
  const token = document.querySelector('input[name="__RequestVerificationToken"]').value;
  const answer = await fetch('/admin/profile/keys', { method: 'POST', body: new URLSearchParams({ on: String(checked), __RequestVerificationToken: token }) }).catch(() => null);
  if (answer?.ok) return;
  body.dataset.keys = checked ? 'off' : 'on';
  box.checked = !checked;
}

function group(heading, keys) {
  const list = document.createElement('dl');
  for (const [key, what] of keys) {
    const term = document.createElement('dt');
    term.append(Object.assign(document.createElement('kbd'), { textContent: key }));
    list.append(term, Object.assign(document.createElement('dd'), { textContent: what }));
  }
  return heading ? [Object.assign(document.createElement('h3'), { textContent: heading }), list] : [list];
}

function show() {
  dialog?.remove();
  dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  const title = Object.assign(document.createElement('h2'), { id: 'keys-title', textContent: 'Keyboard shortcuts' });
  const here = [...listed(), ...own()];
  const lists = here.length > 0 ? [...group('On this page', here), ...group('Everywhere at the desk', everywhere)] : group(null, everywhere);
  const label = Object.assign(document.createElement('label'), { className: 'check' });
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: isOn() });
  box.addEventListener('change', () => choose(box));
  label.append(box, 'Shortcuts are on, for you and on every machine');
  const form = Object.assign(document.createElement('form'), { method: 'dialog' });
  form.append(Object.assign(document.createElement('button'), { className: 'button', textContent: 'Close' }));
  dialog.append(title, ...lists, label, form);
  body.append(dialog);
  dialog.showModal();
}

/** A way to the list for who has switched the keys off, or has no "?". */
function addOpener() {
  const foot = Object.assign(document.createElement('p'), { className: 'keys-open' });
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'link', textContent: 'Keyboard shortcuts' });
  button.addEventListener('click', show);
  foot.append(button);
  const footer = document.createElement('footer');
  footer.append(foot);
  body.append(footer);
}

function listen(event) {
  if (!isOn() || dialog?.open || event.defaultPrevented) return;
  const isTyping = event.target.closest?.('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]');
  const name = (event.ctrlKey || event.metaKey) && !event.altKey ? `Ctrl+${event.key.toUpperCase()}` : event.key;
  if (!name.startsWith('Ctrl+') && (isTyping || event.ctrlKey || event.metaKey || event.altKey)) return;
  const found = [...own(), ...everywhere].find(([key]) => key === name);
  if (!found?.[2]) return;
  event.preventDefault();
  found[2]();
}

addOpener();
document.addEventListener('keydown', listen);
