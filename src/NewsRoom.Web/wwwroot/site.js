// Copying, printing and sharing on a release's page. Without scripts the links beside these buttons do as much.

const said = document.querySelector('.said');

function tell(isDone) {
  if (said) said.textContent = isDone ? said.dataset.done : said.dataset.failed;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    tell(true);
  } catch {
    tell(false);
  }
}

function each(attribute, act) {
  for (const button of document.querySelectorAll(`[data-${attribute}]`)) {
    button.addEventListener('click', () => act(button));
    button.hidden = false;
    const item = button.closest('.js');
    if (item) item.hidden = false;
  }
}

if (navigator.clipboard) {
  each('copy', (button) => copy(button.dataset.copy));
  each('copy-file', async (button) => {
    const answer = await fetch(button.dataset.copyFile);
    if (answer.ok) await copy(await answer.text());
    else tell(false);
  });
  each('share', async (button) => {
    const { share: url, title } = button.dataset;
    if (!navigator.share) return copy(url);
    // Whoever closes the sheet has not failed.
    return navigator.share({ title, url }).catch(() => undefined);
  });
}
each('print', () => window.print());
