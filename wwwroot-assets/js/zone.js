// The time zone that was chosen in this browser; null for the one of MnM's machine.
window.mnmZone = (() => {
  const key = 'mnm-zone';
  return {
    remembered: () => { try { return localStorage.getItem(key); } catch { return null; } },
    remember: (zone) => { try { if (zone) localStorage.setItem(key, zone); else localStorage.removeItem(key); } catch { /* private windows refuse */ } },
  };
})();
