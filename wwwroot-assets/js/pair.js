// The page where a device is let in, and the repair's for the owner code. A link's token stands in the fragment, which no server is sent; it is taken out of the address at once, so that nobody finds it in the history.
(() => {
  const form = document.getElementById('pair');
  if (!form) return;
  const said = form.querySelector('[data-said]');
  const button = form.querySelector('button');
  let token = '';

  // Only of this MnM: a link could name any other site. Read now, since a link's token takes the rest of the address with it.
  const wanted = (() => {
    try {
      const to = new URL(new URLSearchParams(location.search).get('to') ?? '/', location.origin);
      return to.origin === location.origin ? to.href : '/';
    } catch {
      return '/';
    }
  })();

  const takeToken = () => {
    if (location.hash.length < 2) return;
    token = location.hash.slice(1);
    history.replaceState(null, '', location.pathname);
    document.querySelectorAll('[data-by-code]').forEach((part) => { part.hidden = true; });
    document.querySelectorAll('[data-by-link]').forEach((part) => { part.hidden = false; });
    form.elements.code.required = false;
  };

  // A link that did not work leaves the code.
  const askForCode = () => {
    token = '';
    document.querySelectorAll('[data-by-code]').forEach((part) => { part.hidden = false; });
    document.querySelectorAll('[data-by-link]').forEach((part) => { part.hidden = true; });
    form.elements.code.required = true;
  };

  form.addEventListener('submit', async (submit) => {
    submit.preventDefault();
    button.disabled = true;
    said.textContent = '';
    try {
      const answer = await fetch(form.dataset.pair, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code: token || form.elements.code.value, name: form.elements.name?.value }),
      });
      if (answer.ok) {
        location.replace(wanted);
        return;
      }
      said.textContent = (await answer.json()).detail ?? 'That did not work.';
      if (answer.status === 403) askForCode();
    } catch {
      said.textContent = 'MnM does not answer. Try again in a moment.';
    }
    button.disabled = false;
  });

  addEventListener('hashchange', takeToken);
  takeToken();
})();
