// Starts Blazor with our own way of coming back: the page stays as it is, a panel says so, and it tries each second without end.
(() => {
  const panel = document.getElementById('reconnect');
  const part = (name) => panel.querySelector(`[data-${name}]`);
  const every = 1000;
  let down = null;
  let wake = () => {};

  const pause = () => new Promise((resolve) => {
    const timer = setTimeout(resolve, every);
    wake = () => { clearTimeout(timer); resolve(); };
  });

  const answers = async () => {
    try {
      return (await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(2000) })).ok;
    } catch {
      return false;
    }
  };

  const show = () => {
    const seconds = Math.round((performance.now() - down.at) / 1000);
    part('title').textContent = document.querySelector('[data-restarting]') ? 'MnM is starting again' : 'Connection to MnM lost';
    part('since').textContent = down.clock;
    part('age').textContent = seconds < 120 ? `${seconds}\u00a0s` : `${Math.floor(seconds / 60)}\u00a0min`;
    part('try').textContent = down.tries > 1 ? `, ${down.tries} times so far` : '';
    panel.hidden = false;
    document.documentElement.toggleAttribute('data-away', true);
  };

  // Asked for once more right before: a server that goes away again would leave the browser's own error page, from which nothing comes back.
  const reload = async () => {
    try {
      if ((await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(5000) })).status >= 500) return false;
    } catch {
      return false;
    }
    location.reload();
    return true;
  };

  // A device that is let in no more is led elsewhere.
  const isLedAway = async () => {
    try {
      return (await fetch(location.href, { cache: 'no-store', redirect: 'manual', headers: { Accept: 'text/html' } })).type === 'opaqueredirect';
    } catch {
      return false;
    }
  };

  // null: nobody answers yet. true: the circuit is back. false: MnM is there, the circuit is not.
  const reconnect = async () => {
    if (!await answers()) return null;
    try {
      return await Blazor.reconnect();
    } catch {
      return await isLedAway() ? false : null;
    }
  };

  const comeBack = async (attempt) => {
    const now = down = { at: performance.now(), clock: new Date().toLocaleTimeString('en-GB'), tries: 0 };
    while (down === now) {
      down.tries++;
      show();
      const back = await attempt();
      if (down !== now) return;
      if (back === false && await reload()) return;
      if (back) {
        up();
        return;
      }
      await pause();
    }
  };

  const up = () => {
    down = null;
    panel.hidden = true;
    document.documentElement.toggleAttribute('data-away', false);
  };

  // Null while nobody answers, false as soon as the page can be loaded anew.
  const loadAnew = async () => (await answers() ? false : null);

  part('retry').addEventListener('click', () => wake());
  addEventListener('online', () => wake());

  // A page drawn by the server whose circuit cannot start: load it anew as soon as MnM answers.
  Blazor.start({
    circuit: {
      reconnectionHandler: {
        onConnectionDown: () => { if (!down) comeBack(reconnect); },
        onConnectionUp: up,
      },
    },
  }).catch(() => comeBack(loadAnew));

  // A page without a keyboard before it (the board) asks for this when it has stopped.
  document.addEventListener('mnm-load-anew', () => { if (!down) comeBack(loadAnew); });
})();
