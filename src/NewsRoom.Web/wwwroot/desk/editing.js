// Keeps what is typed as a working copy, says who else is here, and warns before unsaved text is left. Without it the Save button does.

const form = document.querySelector('form.release[data-unsaved]');
const KEEP_AFTER = 1500;
const REPORT_EVERY = 30000;
const TRY_AGAIN_AFTER = 5000;

/** Posts the form (or its token alone) to a handler of this page. */
function post(handler, whole) {
  const data = whole ? new FormData(form) : new FormData();
  if (!whole) data.set('__RequestVerificationToken', form.querySelector('input[name="__RequestVerificationToken"]').value);
  return fetch(`?handler=${handler}`, { method: 'POST', body: data });
}

/** Shows what the newsroom says against the text as it stands now, each with a link to its field. */
function showChecks(checks) {
  const list = document.getElementById('checks');
  list.replaceChildren(...checks.map((check) => {
    const item = document.createElement('li');
    if (check.must) item.append(Object.assign(document.createElement('span'), { className: 'flag must', textContent: 'must fix' }), ' ');
    item.append(Object.assign(document.createElement('a'), { href: `#Input_${check.field}`, textContent: check.message }));
    return item;
  }));
  document.getElementById('checks-none').hidden = checks.length > 0;
  document.getElementById('checks-count').textContent = checks.length;
}

function watch() {
  const kept = document.getElementById('kept');
  const presence = document.getElementById('presence');
  const began = Number(form.querySelector('input[name="Input.Version"]')?.value ?? 0);
  let changed = false;
  let leaving = false;
  let timer = 0;

  const show = async (answer) => {
    if (!answer.ok || answer.redirected) {
      kept.textContent = 'Not kept: are you still signed in? Copy your text before you leave this page.';
      return false;
    }
    const { saved, others, newest, checks } = await answer.json();
    if (checks) showChecks(checks);
    const lines = newest > began ? [...others, `Version ${newest} was saved meanwhile. When you save, you choose field by field.`] : others;
    if (lines.join() !== [...presence.children].map((item) => item.textContent).join())
      presence.replaceChildren(...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })));
    if (saved) kept.textContent = `Kept at ${saved}, not saved yet.`;
    return true;
  };

  const keep = async () => {
    clearTimeout(timer);
    try {
      if (await show(await post('Keep', true))) form.dispatchEvent(new CustomEvent('kept'));
    } catch {
      kept.textContent = 'Not kept: the newsroom does not answer. It is tried again until it does; leave this page open.';
      if (!leaving) timer = setTimeout(keep, TRY_AGAIN_AFTER);
    }
  };

  form.addEventListener('input', () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(keep, KEEP_AFTER);
  });
  form.addEventListener('keep', keep);
  form.addEventListener('submit', (event) => {
    if (event.submitter?.formTarget === '_blank') return;
    leaving = true;
    clearTimeout(timer);
  });
  // A page that the browser brings back from its memory is open again.
  addEventListener('pageshow', () => { leaving = false; });
  addEventListener('beforeunload', (event) => {
    if (changed && !leaving) event.preventDefault();
  });
  addEventListener('pagehide', () => {
    if (form.dataset.release === '0' || leaving) return;
    const data = new FormData();
    data.set('__RequestVerificationToken', form.querySelector('input[name="__RequestVerificationToken"]').value);
    navigator.sendBeacon('?handler=Leave', data);
  });
  if (form.dataset.release !== '0') {
    const report = () => post('Here', false).then(show, () => {});
    report();
    setInterval(() => { if (!leaving) report(); }, REPORT_EVERY);
  }
}

if (form) watch();
