// Blocking and tiny: the theme must stand before the first paint. Dark unless the viewer chose light.
(() => {
  const key = 'mnm-theme';
  const root = document.documentElement;
  const read = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const write = (theme) => { try { localStorage.setItem(key, theme); } catch { /* private windows refuse */ } };
  const choose = (theme) => {
    write(theme);
    root.dataset.theme = theme;
  };
  const apply = () => { root.dataset.theme = read() === 'light' ? 'light' : 'dark'; };

  apply();
  addEventListener('storage', (change) => { if (change.key === key) apply(); });
  document.addEventListener('click', (click) => {
    if (click.target.closest('[data-theme-toggle]')) choose(root.dataset.theme === 'light' ? 'dark' : 'light');
  });
  // The board has keys instead of the button.
  document.addEventListener('mnm-theme', (wish) => choose(wish.detail));
})();
