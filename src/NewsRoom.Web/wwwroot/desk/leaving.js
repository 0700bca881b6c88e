// Warns before a form that was changed is left. What the server shows again without having saved it counts as changed.

const form = document.querySelector('form[data-leaving]');

if (form) {
  let changed = form.dataset.leaving === 'unsaved';
  let leaving = false;
  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('submit', () => { leaving = true; });
  // A page that the browser brings back from its memory is open again.
  addEventListener('pageshow', () => { leaving = false; });
  addEventListener('beforeunload', (event) => {
    if (changed && !leaving) event.preventDefault();
  });
}
