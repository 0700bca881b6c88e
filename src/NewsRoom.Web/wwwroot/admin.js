// The desk works without this file; it only adds a live preview and a warning before unsaved text is left.

const form = document.querySelector('form.release');
const body = form?.querySelector('textarea[data-preview]');
const preview = document.getElementById('preview');

/** Shows the body as readers will see it, half a second after the last key. */
function followBody() {
  let timer = 0;
  let running = null;
  const show = async () => {
    running?.abort();
    running = new AbortController();
    const data = new URLSearchParams({
      body: body.value,
      __RequestVerificationToken: form.querySelector('input[name="__RequestVerificationToken"]').value,
    });
    try {
      const answer = await fetch(body.dataset.preview, { method: 'POST', body: data, signal: running.signal });
      if (answer.ok && !answer.redirected) {
        preview.innerHTML = await answer.text();
        preview.hidden = false;
      }
    } catch (error) {
      if (error.name !== 'AbortError') preview.hidden = true;
    }
  };
  body.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, 500);
  });
  if (body.value) show();
}

/** Asks before the browser leaves a form whose text is not saved. */
function warnOfUnsaved() {
  let changed = false;
  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('submit', () => { changed = false; });
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });
}

if (body && preview) followBody();
if (form?.hasAttribute('data-unsaved')) warnOfUnsaved();
