// Opens MnM as soon as it answers: a browser that is sent there earlier stays on its own error page.
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

  setTimeout(look, 1000);
})();
