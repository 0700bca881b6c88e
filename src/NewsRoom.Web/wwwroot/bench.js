// The bench works without this file; it adds the mouse on line numbers, keys for the list of desk/keys.js, and progress without reloading.

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
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu) return;
    close();
    here?.focus({ preventScroll: true });
  });
}

const current = () => document.activeElement?.closest?.('.piece') ?? null;
const lineOf = (piece) => Number(/\d+$/.exec(piece?.id ?? '')?.[0] ?? 0);
const pieceAt = (line) => document.getElementById(`line-${line}`)?.closest('.piece');

/** The release that had the focus last: a button outside of the bench takes the focus, but not the place. */
let here = null;

/** Goes to the next or the last release to look at, on this page or another. */
function goUnsure(step) {
  const links = [...document.querySelectorAll('.unsure a[data-line]')].sort((a, b) => a.dataset.line - b.dataset.line);
  const next = nextOf(links, step, (link) => Number(link.dataset.line));
  if (!next) return;
  const piece = document.getElementById(`r-${next.dataset.line}`);
  if (piece) goTo(piece);
  else location.assign(next.href);
}

function goPiece(step) {
  const next = nextOf([...document.querySelectorAll('.piece.made')], step, lineOf);
  if (next) goTo(next);
}

/** What stands nearest after or before the current place, which may itself be lines of no release. */
function nextOf(all, step, line) {
  const at = current() ? lineOf(current()) : step > 0 ? 0 : Infinity;
  return step > 0 ? all.find((one) => line(one) > at) : all.findLast((one) => line(one) < at);
}

function goTo(piece) {
  piece.focus({ preventScroll: true });
  piece.scrollIntoView({ block: 'start' });
}

/** Presses a control of the current release, or goes into its field. */
function press(key) {
  const control = current()?.querySelector(`[data-key="${key}"]`);
  if (control?.matches('input')) { control.focus(); control.select(); } else control?.click();
}

const lastUndo = () => document.querySelector('.head [data-key="u"]');

const going = [
  ['n', 'next release to look at', () => goUnsure(1)],
  ['p', 'release to look at before this one', () => goUnsure(-1)],
  ['j', 'next release', () => goPiece(1)],
  ['k', 'release before', () => goPiece(-1)],
];

const editing = [
  ['s', 'split this release: write the line, then Enter', () => press('s')],
  ['b', 'move its beginning: write the line, then Enter', () => press('b')],
  ['Escape', 'leave the field of a line', null],
  ['m', 'merge it with the next one', () => press('m')],
  ['x', 'leave it out', () => press('x')],
  ['e', 'edit its fields', () => press('e')],
  ['u', 'undo the last edit', () => lastUndo()?.click()],
];

/** Puts the keys of the bench on the list of the desk, which also listens for them. */
function addKeyboard(canEdit) {
  for (const hint of document.querySelectorAll('p.keys')) hint.hidden = false;
  document.addEventListener('desk:keys', (event) => event.detail.push(...going, ...(canEdit ? editing : [])));
  bench.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.target.matches('input')) current()?.focus({ preventScroll: true });
  });
}

const kept = 'newsroom-bench-place';

/** Every edit is a new page: the release that was edited, or had the focus, has it there again. */
function keepPlace() {
  const keep = (line) => { if (line) sessionStorage.setItem(kept, JSON.stringify([location.pathname, Number(line)])); };
  bench.addEventListener('focusin', () => { here = current(); });
  bench.addEventListener('click', (event) => { if (event.target.closest('[data-key="e"]')) keep(lineOf(here)); });
  // Undoing leads back to what was edited last, which the address names.
  const edited = new URLSearchParams(location.search).get('line');
  document.addEventListener('submit', (event) => keep((event.submitter === lastUndo() && edited) || lineOf(here)));
}

function findPlace() {
  const [path, line] = JSON.parse(sessionStorage.getItem(kept) ?? '[]');
  sessionStorage.removeItem(kept);
  const named = /^#(?:r|p|line)-(\d+)$/.exec(location.hash)?.[1];
  const piece = pieceAt(named ?? (path === location.pathname ? line : 0));
  const conflict = document.querySelector('.conflict');
  if (conflict) {
    conflict.tabIndex = -1;
    conflict.focus();
    here = piece ?? null;
  } else if (piece) {
    // A browser that still has to jump to a line, which takes no focus, would clear it again: it jumps to the release instead.
    if (named) location.replace(`#${piece.id}`);
    goTo(piece);
  }
}

/** Tells what was done: the notice stays in sight by its style, can be undone from where it stands, and is read out. */
function tell() {
  const notice = document.querySelector('main > .notice:first-child');
  if (!notice) return;
  // A region is read when it changes, not when it comes with the page.
  notice.removeAttribute('role');
  const region = document.createElement('p');
  region.className = 'hidden';
  region.setAttribute('role', 'status');
  notice.after(region);
  const words = notice.textContent;
  setTimeout(() => { region.textContent = words; }, 250);
  if (!location.hash || !lastUndo()) return;
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'link';
  again.textContent = lastUndo().textContent;
  again.addEventListener('click', () => lastUndo().click());
  notice.append(again);
}

if (document.getElementById('batch')) follow();
if (bench) {
  const canEdit = bench.dataset.edit === 'yes';
  keepPlace();
  if (canEdit) addMouse();
  addKeyboard(canEdit);
  tell();
  findPlace();
}
