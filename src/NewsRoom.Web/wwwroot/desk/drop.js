// A picture or a PDF that is dropped onto the text, or pasted into it: it is uploaded, attached, and a picture is put where it fell. Without this file there is the upload page.

const area = document.querySelector('textarea[data-writing]');
const form = area?.form;
const fields = document.getElementById('Input_Attachments');
const template = document.getElementById('dropped-row');
const told = document.getElementById('dropped');

const tell = (sentence) => { told.textContent = sentence; };

function post(address, values) {
  const data = new FormData();
  data.set('__RequestVerificationToken', form.querySelector('input[name="__RequestVerificationToken"]').value);
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return fetch(address, { method: 'POST', body: data });
}

/** The sentence of a refusal, or one for an answer that has none. */
async function problem(answer) {
  if (answer.redirected) return 'It was not taken: are you still signed in?';
  if (answer.status === 413) return 'The file is too large.';
  const said = answer.headers.get('content-type')?.includes('json') ? (await answer.json()).problem : null;
  return said ?? 'The newsroom did not take it. Try again.';
}

/** Asks what the picture shows, where it lies. */
function connectSays(row, asset) {
  const says = row.querySelector('.wordless');
  if (!asset.lacksAlt) {
    says.remove();
    return;
  }
  const input = says.querySelector('input');
  const keep = async (values) => {
    const answer = await post(`${template.dataset.address}?handler=Describe`, { id: asset.id, version: asset.version, ...values });
    if (answer.status === 204) {
      says.remove();
      tell('It is kept.');
      form.dispatchEvent(new Event('keep'));
    } else {
      tell(await problem(answer));
    }
  };
  says.querySelector('[data-says]').addEventListener('click', () => (input.value.trim() ? keep({ altText: input.value, isDecorative: false }) : input.focus()));
  const decorative = says.querySelector('[data-decorative]');
  if (asset.isImage) decorative.addEventListener('click', () => keep({ isDecorative: true }));
  else decorative.remove();
  // Enter keeps the words; it must not send the whole form.
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    says.querySelector('[data-says]').click();
  });
  if (!asset.isImage) input.placeholder = 'The title of the document';
}

function attach(asset) {
  const rows = [...fields.querySelectorAll('.attached')];
  if (rows.some((row) => row.querySelector('input[type="hidden"]').value === String(asset.id))) return;
  const row = template.content.firstElementChild.cloneNode(true);
  for (const input of row.querySelectorAll('[data-field]')) input.name = `Input.Attachments[${rows.length}].${input.dataset.field}`;
  for (const input of row.querySelectorAll('[data-label]')) input.setAttribute('aria-label', `${input.dataset.label} ${asset.label}`);
  row.querySelector('[data-field="Id"]').value = asset.id;
  row.querySelector('[data-field="Order"]').value = rows.length + 1;
  Object.assign(row.querySelector('a'), { href: `/admin/media/${asset.id}`, textContent: asset.label });
  connectSays(row, asset);
  told.before(row);
}

/** Puts a picture on a line of its own at a place of the text. */
function place(asset, at) {
  const before = area.value.slice(0, at);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const text = `${lead}![${(asset.alt ?? '').replace(/[[\]\\]/g, '')}](media:${asset.id})\n\n`;
  area.focus();
  area.setSelectionRange(at, at);
  if (!document.execCommand('insertText', false, text)) area.setRangeText(text, at, at, 'end');
  return at + text.length;
}

async function take(files, at) {
  let where = at;
  for (const [number, file] of files.entries()) {
    tell(`Uploading ${file.name} (${number + 1} of ${files.length}) …`);
    try {
      const answer = await post(template.dataset.address, { file });
      if (!answer.ok || answer.redirected) {
        tell(`${file.name}: ${await problem(answer)}`);
        return;
      }
      const asset = await answer.json();
      attach(asset);
      if (asset.isImage) where = place(asset, where);
      tell(asset.lacksAlt ? `${asset.name} is attached. Say what it shows.` : `${asset.name} is attached.`);
    } catch {
      tell(`${file.name}: the newsroom does not answer. Try again.`);
      return;
    }
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

function connect(target, at) {
  const over = (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    area.classList.add('over');
  };
  target.addEventListener('dragenter', over);
  target.addEventListener('dragover', over);
  target.addEventListener('dragleave', () => area.classList.remove('over'));
  target.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    area.classList.remove('over');
    take([...event.dataTransfer.files], at(event));
  });
}

if (area && template) {
  // Browsers that can say which letter is under the pointer put the picture there, the others at the cursor.
  connect(area, (event) => document.caretPositionFromPoint?.(event.clientX, event.clientY)?.offset ?? area.selectionStart);
  connect(fields, () => area.value.length);
  area.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || event.clipboardData.getData('text/plain')) return;
    event.preventDefault();
    take(files, area.selectionEnd);
  });
}
