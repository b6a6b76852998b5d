// Sends what is chosen and opens MnM as soon as it answers. The page stays meanwhile: MnM goes away at once, and a browser that is sent on ends on its own error page.
(() => {
  let left = 20;
  let wasAway = false;

  const look = async () => {
    try {
      const { status } = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(5000) });
      // What stands in for MnM says 503 until it goes, and again where the restore did not help.
      if (status < 500 || wasAway || left-- === 0) {
        location.replace('/');
        return;
      }
    } catch {
      wasAway = true;
    }
    setTimeout(look, 1000);
  };

  addEventListener('submit', async event => {
    event.preventDefault();
    const answer = await fetch(event.target.action, { method: 'POST' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.querySelector('main').replaceWith(page.querySelector('main'));
    if (answer.ok) {
      setTimeout(look, 1000);
    }
  });
})();
