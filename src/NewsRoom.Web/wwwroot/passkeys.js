// Passkeys: asks the server for options, the browser for a credential, and sends it with the form. Without this file the forms stay hidden.

/** Asks the browser to make a credential, or to use one. */
async function obtain(form) {
  const token = form.querySelector('input[name="__RequestVerificationToken"]').value;
  const answer = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }) });
  if (!answer.ok || answer.redirected) throw new Error('The newsroom did not answer. Load the page again.');
  const options = await answer.json();
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

/** In words what the browser says by a name. */
function reason(error) {
  if (error.name === 'InvalidStateError') return 'This device holds a passkey for your account already.';
  if (error.name === 'NotAllowedError') return 'It was cancelled, or took too long. Try again.';
  return error.message || 'This did not work. Try again.';
}

function connect(form) {
  const problem = form.querySelector('[role="alert"]');
  const field = form.querySelector('input[name="credential"]');
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    if (field.value) return;
    event.preventDefault();
    problem.hidden = true;
    try {
      field.value = JSON.stringify(await obtain(form));
      form.requestSubmit();
    } catch (error) {
      problem.textContent = reason(error);
      problem.hidden = false;
    }
  });
  // A page that is shown again from the browser's memory would send the old answer.
  addEventListener('pageshow', () => { field.value = ''; });
}

if (globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  for (const form of document.querySelectorAll('form[data-passkey]')) connect(form);
}
