// The bench works without this file; it adds the mouse on line numbers, a keyboard, and progress without reloading.

const switchedOff = 'newsroom-bench-keys-off';
const bench = document.querySelector('.bench');

/** Follows a batch that is being read, written or undone. */
async function follow() {
  const pause = (time) => new Promise((done) => { setTimeout(done, time); });
  for (;;) {
    const now = document.getElementById('batch');
    if (now?.dataset.moving !== 'yes') return;
    await pause(document.hidden ? 5000 : 1000);
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('batch');
      // Somebody who is about to press a button keeps it under the finger.
      if (fresh && (fresh.dataset.moving !== 'yes' || !now.contains(document.activeElement))) now.replaceWith(document.adoptNode(fresh));
    } catch {
      await pause(3000);
    }
  }
}

/** A click on a line number offers to cut there. */
function addMouse() {
  bench.classList.add('cuttable');
  let menu = null;
  const close = () => { menu?.remove(); menu = null; };
  const offer = (piece, number, place) => {
    close();
    menu = document.createElement('div');
    menu.className = 'linemenu';
    const add = (label, form, field) => {
      if (!form) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button plain';
      button.textContent = label;
      button.addEventListener('click', () => {
        form.querySelector(`input[name="${field}"][type="number"]`).value = number;
        form.requestSubmit();
      });
      menu.append(button);
    };
    add(`Split at line ${number}`, piece.querySelector('.cutform'), 'Line');
    add(`Begin the release at line ${number}`, piece.querySelector('.moveform'), 'Other');
    menu.style.insetInlineStart = `${place.right + scrollX + 4}px`;
    menu.style.insetBlockStart = `${place.top + scrollY - 4}px`;
    document.body.append(menu);
    menu.querySelector('button')?.focus();
  };
  document.addEventListener('click', (event) => {
    const cell = event.target.closest?.('.piece.made th[data-line]');
    if (cell) offer(cell.closest('.piece'), Number(cell.dataset.line), cell.getBoundingClientRect());
    else if (menu && !menu.contains(event.target)) close();
  });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(); });
}

/** Goes to the next or the last release to look at, on this page or another. */
function goUnsure(step) {
  const links = [...document.querySelectorAll('.unsure a[data-line]')].sort((a, b) => a.dataset.line - b.dataset.line);
  const here = Number(/^r-(\d+)$/.exec(current()?.id ?? '')?.[1] ?? 0);
  const next = step > 0 ? links.find((l) => Number(l.dataset.line) > here) : links.findLast((l) => Number(l.dataset.line) < here);
  if (!next) return;
  const piece = document.getElementById(`r-${next.dataset.line}`);
  if (piece) goTo(piece);
  else location.assign(next.href);
}

function goPiece(step) {
  const pieces = [...document.querySelectorAll('.piece.made')];
  const at = pieces.indexOf(current());
  const next = pieces[at < 0 ? (step > 0 ? 0 : pieces.length - 1) : at + step];
  if (next) goTo(next);
}

function goTo(piece) {
  piece.focus({ preventScroll: true });
  piece.scrollIntoView({ block: 'start' });
}

const current = () => document.activeElement?.closest?.('.piece') ?? null;

const keys = [
  ['n', 'next release to look at', () => goUnsure(1)],
  ['p', 'release to look at before this one', () => goUnsure(-1)],
  ['j', 'next release', () => goPiece(1)],
  ['k', 'release before', () => goPiece(-1)],
  ['s', 'split this release: write the line, then Enter', () => press('s')],
  ['b', 'move its beginning: write the line, then Enter', () => press('b')],
  ['m', 'merge it with the next one', () => press('m')],
  ['d', 'leave it out', () => press('d')],
  ['e', 'edit its fields', () => press('e')],
  ['u', 'undo the last edit', () => document.querySelector('.head [data-key="u"]')?.click()],
  ['?', 'this list', () => showKeys()],
];

function press(key) {
  const control = current()?.querySelector(`[data-key="${key}"]`);
  if (control?.matches('input')) { control.focus(); control.select(); } else control?.click();
}

let dialog = null;

function showKeys() {
  if (!dialog) {
    dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'keys-title');
    const title = document.createElement('h2');
    title.id = 'keys-title';
    title.textContent = 'Keyboard';
    const list = document.createElement('dl');
    for (const [key, words] of keys) {
      const term = document.createElement('dt');
      const sign = document.createElement('kbd');
      sign.textContent = key;
      term.append(sign);
      const says = document.createElement('dd');
      says.textContent = words;
      list.append(term, says);
    }
    const label = document.createElement('label');
    label.className = 'check';
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = !localStorage.getItem(switchedOff);
    box.addEventListener('change', () => { if (box.checked) localStorage.removeItem(switchedOff); else localStorage.setItem(switchedOff, 'yes'); });
    label.append(box, 'Single keys work (the ? always does)');
    const form = document.createElement('form');
    form.method = 'dialog';
    const close = document.createElement('button');
    close.className = 'button';
    close.textContent = 'Close';
    form.append(close);
    dialog.append(title, list, label, form);
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
}

function addKeyboard() {
  for (const hint of document.querySelectorAll('.keys')) hint.hidden = false;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog?.open || event.target.closest?.('input:not([type="checkbox"], [type="radio"]), textarea, select')) return;
    const found = keys.find(([key]) => key === event.key);
    if (!found || (found[0] !== '?' && (localStorage.getItem(switchedOff) || document.body.dataset.keys === 'off'))) return;
    event.preventDefault();
    found[2]();
  });
}

if (document.getElementById('batch')) follow();
if (bench) {
  if (bench.dataset.edit === 'yes') addMouse();
  addKeyboard();
  const target = location.hash.startsWith('#r-') ? document.getElementById(location.hash.slice(1)) : document.getElementById(location.hash.slice(1))?.closest('.piece');
  if (target) target.focus({ preventScroll: true });
}
