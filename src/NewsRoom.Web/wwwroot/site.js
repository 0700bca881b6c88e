// Copying, printing and sharing, and what the clock of a contact shows now. Without scripts the links beside the buttons do as much, and the hours stand with their zone.

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

for (const there of document.querySelectorAll('[data-zone]')) {
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: there.dataset.zone });
  there.textContent = there.dataset.now.replace('{0}', time.format(new Date()));
}
