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
  };

  // null: nobody answers yet. true: the circuit is back. false: MnM is there, the circuit is not.
  const reconnect = async () => {
    if (!await answers()) return null;
    try {
      return await Blazor.reconnect();
    } catch {
      return null;
    }
  };

  const comeBack = async (attempt) => {
    const now = down = { at: performance.now(), clock: new Date().toLocaleTimeString('en-GB'), tries: 0 };
    while (down === now) {
      down.tries++;
      show();
      const back = await attempt();
      if (down !== now) return;
      if (back === false) {
        location.reload();
        return;
      }
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
  };

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
  }).catch(() => comeBack(async () => (await answers() ? false : null)));
})();
