// Blocking and tiny: the theme must stand before the first paint. Dark unless the viewer chose light.
(() => {
  const key = 'mnm-theme';
  const root = document.documentElement;
  const read = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const write = (theme) => { try { localStorage.setItem(key, theme); } catch { /* private windows refuse */ } };
  const apply = () => { root.dataset.theme = read() === 'light' ? 'light' : 'dark'; };

  apply();
  addEventListener('storage', (change) => { if (change.key === key) apply(); });
  document.addEventListener('click', (click) => {
    if (!click.target.closest('[data-theme-toggle]')) return;
    write(root.dataset.theme === 'light' ? 'dark' : 'light');
    root.dataset.theme = root.dataset.theme === 'light' ? 'dark' : 'light';
  });
})();
