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

  const say = text => {
    document.querySelector('[data-said]')?.remove();
    const said = document.createElement('p');
    said.className = 'c-warn';
    said.dataset.said = '';
    said.setAttribute('role', 'alert');
    said.textContent = text;
    document.querySelector('main').append(said);
  };

  const block = isBlocked => document.querySelectorAll('button').forEach(button => { button.disabled = isBlocked; });

  addEventListener('submit', async event => {
    event.preventDefault();
    block(true);
    try {
      const answer = await fetch(event.target.action, { method: 'POST' });
      const main = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
      if (main) {
        document.querySelector('main').replaceWith(main);
      } else {
        say(`MnM did not do it (${answer.status}).`);
        block(false);
      }
      if (answer.ok) {
        setTimeout(look, 1000);
      }
    } catch {
      // It may have gone before it had answered.
      say('MnM does not answer. This page opens it as soon as it does.');
      setTimeout(look, 1000);
    }
  });
})();
