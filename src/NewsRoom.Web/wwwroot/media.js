// Uploading works without this file; it only lets files be dropped onto the form and names what was chosen.

const drop = document.querySelector('[data-drop]');
const input = drop?.querySelector('input[type="file"]');
const hint = drop?.querySelector('[data-drop-hint]');

function tell() {
  const names = [...input.files].map((file) => file.name);
  if (names.length > 0) hint.textContent = `Chosen: ${names.join(', ')}`;
}

if (input) {
  hint.textContent = `Choose files, or drop them here. ${hint.textContent}`;
  input.addEventListener('change', tell);
  for (const name of ['dragenter', 'dragover']) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
  }
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    tell();
  });
}
