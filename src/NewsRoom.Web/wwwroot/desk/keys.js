// The keyboard of the desk: keys that pages name on their own links and buttons, listed on "?", switched off for good by who does not want them.

const body = document.body;
const isOn = () => body.dataset.keys !== 'off';
// The bench has a keyboard of its own, with its own list.
const hasOwn = document.querySelector('.bench') !== null;
let dialog = null;

/** What can be pressed here: the key, what it does, and the control that does it. */
function keys() {
  const own = [...document.querySelectorAll('[data-key][data-key-label]')].map((control) => [control.dataset.key, control.dataset.keyLabel, () => control.click()]);
  const search = document.querySelector('main input[type="search"]');
  if (search) own.unshift(['/', 'search', () => { search.focus(); search.select(); }]);
  return [...own, ['d', 'go to the desk', () => document.querySelector('.bar nav a')?.click()], ['?', 'this list', show]];
}

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

function show() {
  dialog?.remove();
  dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  const title = Object.assign(document.createElement('h2'), { id: 'keys-title', textContent: 'Keyboard shortcuts' });
  const list = document.createElement('dl');
  for (const [key, what] of [...listed(), ...keys()]) {
    const term = document.createElement('dt');
    term.append(Object.assign(document.createElement('kbd'), { textContent: key }));
    list.append(term, Object.assign(document.createElement('dd'), { textContent: what }));
  }
  const label = Object.assign(document.createElement('label'), { className: 'check' });
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: isOn() });
  box.addEventListener('change', () => choose(box));
  label.append(box, 'Shortcuts are on, for you and on every machine');
  const form = Object.assign(document.createElement('form'), { method: 'dialog' });
  form.append(Object.assign(document.createElement('button'), { className: 'button', textContent: 'Close' }));
  dialog.append(title, list, label, form);
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
  const found = keys().find(([key]) => key === name);
  if (!found) return;
  event.preventDefault();
  found[2]();
}

if (!hasOwn) {
  addOpener();
  document.addEventListener('keydown', listen);
}
