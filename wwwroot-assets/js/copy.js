// <button data-copy="/api/status/report">: copies the text at that address, and says so for two seconds. Where the browser refuses, the text opens.
document.addEventListener('click', async (click) => {
  const button = click.target.closest('[data-copy]');
  if (!button) return;
  const address = button.dataset.copy;
  const text = async () => {
    const answer = await fetch(address, { cache: 'no-store' });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return new Blob([await answer.text()], { type: 'text/plain' });
  };
  try {
    // As a promise: some browsers only write at once after the click.
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text() })]);
    button.toggleAttribute('data-copied', true);
    setTimeout(() => button.toggleAttribute('data-copied', false), 2000);
  } catch {
    open(address, '_blank', 'noopener');
  }
});
