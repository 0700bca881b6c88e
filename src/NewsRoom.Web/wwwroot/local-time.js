// Adds the reader's own time to an instant that is written in the newsroom's zone. Without scripts the newsroom's time stands alone.

for (const time of document.querySelectorAll('time[data-local]')) {
  const instant = new Date(time.dateTime);
  const own = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' }).format(instant);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  time.after(` (for you: ${own}${zone ? `, ${zone}` : ''})`);
}
