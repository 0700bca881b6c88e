// The writing column: a toolbar and shortcuts for Markdown, counts, and a preview that is the public page itself. All of it only adds.

const body = document.querySelector('textarea[data-writing]');
const form = body?.form;

/** Replaces the selection in a way that the browser's own undo knows of. */
function put(text, from, to, selectFrom, selectTo) {
  body.focus();
  body.setSelectionRange(from, to);
  if (!document.execCommand('insertText', false, text)) {
    body.setRangeText(text, from, to, 'end');
    body.dispatchEvent(new Event('input', { bubbles: true }));
  }
  body.setSelectionRange(selectFrom, selectTo);
}

function wrap(mark) {
  const { selectionStart: from, selectionEnd: to, value } = body;
  const chosen = value.slice(from, to);
  if (value.slice(from - mark.length, from) === mark && value.slice(to, to + mark.length) === mark)
    put(chosen, from - mark.length, to + mark.length, from - mark.length, to - mark.length);
  else
    put(mark + chosen + mark, from, to, from + mark.length, to + mark.length);
}

function prefix(mark) {
  const { selectionStart, selectionEnd, value } = body;
  const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const end = value.indexOf('\n', selectionEnd);
  const to = end < 0 ? value.length : end;
  const lines = value.slice(from, to).split('\n');
  const isMarked = lines.every((line) => line.startsWith(mark) || line === '');
  const text = lines.map((line, at) => isMarked ? line.slice(mark.length) : (mark === '1. ' ? `${at + 1}. ` : mark) + line).join('\n');
  put(text, from, to, from, from + text.length);
}

function link() {
  const { selectionStart: from, selectionEnd: to, value } = body;
  const words = value.slice(from, to) || 'words';
  const text = `[${words}](https://)`;
  const at = from + text.length - 1;
  put(text, from, to, at, at);
}

const TOOLS = [
  ['Bold', 'b', () => wrap('**')], ['Italic', 'i', () => wrap('*')], ['Link', 'k', link],
  ['Heading', null, () => prefix('## ')], ['List', null, () => prefix('- ')], ['Numbers', null, () => prefix('1. ')], ['Quotation', null, () => prefix('> ')],
];

function addToolbar() {
  const bar = document.createElement('div');
  bar.className = 'toolbar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Markdown');
  TOOLS.forEach(([name, key, act], at) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button plain', textContent: name, tabIndex: at === 0 ? 0 : -1 });
    if (key) button.title = `${name} (Ctrl+${key.toUpperCase()})`;
    button.addEventListener('click', act);
    bar.append(button);
  });
  // One stop for the tabulator; arrows move inside.
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const buttons = [...bar.children];
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
    buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
    next.focus();
  });
  body.before(bar);
  body.addEventListener('keydown', (event) => {
    if (document.body.dataset.keys === 'off' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const tool = TOOLS.find(([, key]) => key === event.key.toLowerCase());
    if (!tool) return;
    event.preventDefault();
    tool[2]();
  });
}

function count() {
  const words = body.value.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  const minutes = Math.max(1, Math.round(words / 220));
  document.getElementById('counts').textContent = `${words} words, ${[...body.value].length} characters, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} to read.`;
}

/** The public page in a frame, as wide as a telephone, a tablet or a desk. It shows the working copy, so the text is kept first. */
function addPreview() {
  const place = document.getElementById('framed');
  const widths = document.createElement('div');
  widths.className = 'widths';
  const room = document.createElement('div');
  room.className = 'room';
  const frame = Object.assign(document.createElement('iframe'), { title: 'Preview as readers would see it' });
  let width = 375;
  const fit = () => {
    const scale = Math.min(1, room.clientWidth / width);
    frame.style.width = `${width}px`;
    frame.style.height = `${Math.round(640 / scale)}px`;
    frame.style.transform = `scale(${scale})`;
  };
  for (const size of [375, 768, 1280]) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button plain', textContent: `${size} px` });
    button.setAttribute('aria-pressed', String(size === width));
    button.addEventListener('click', () => {
      width = size;
      for (const other of widths.children) other.setAttribute('aria-pressed', String(other === button));
      fit();
    });
    widths.append(button);
  }
  room.append(frame);
  place.append(widths, room);
  const open = Object.assign(document.createElement('button'), { type: 'button', className: 'button plain', textContent: 'Preview beside the text' });
  open.setAttribute('aria-pressed', 'false');
  open.addEventListener('click', () => {
    place.hidden = !place.hidden;
    open.setAttribute('aria-pressed', String(!place.hidden));
    document.querySelector('.editing').classList.toggle('looking', !place.hidden);
    if (place.hidden) return;
    fit();
    form.dispatchEvent(new Event('keep'));
  });
  document.querySelector('.head .actions').prepend(open);
  document.addEventListener('keydown', (event) => {
    if (document.body.dataset.keys === 'off' || !event.ctrlKey || !event.altKey || event.code !== 'KeyP') return;
    event.preventDefault();
    open.click();
  });
  form.addEventListener('kept', () => {
    if (place.hidden) return;
    if (frame.src) frame.contentWindow.location.reload();
    else frame.src = place.dataset.address;
  });
  addEventListener('resize', fit);
}

if (body) {
  addToolbar();
  addPreview();
  count();
  body.addEventListener('input', count);
}
