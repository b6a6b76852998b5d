// Ctrl+K (⌘K) and / put the focus into the search of the bar; Escape gives it back to where it was.
window.mnmSearch = (() => {
  const box = () => document.getElementById('mnm-search');
  const types = (target) => target.closest('input, textarea, select, [contenteditable], [role=dialog]');
  let before = null;

  const leave = () => {
    if (document.activeElement !== box()) return;
    box().blur();
    if (before?.isConnected) before.focus({ preventScroll: true });
    before = null;
  };

  document.addEventListener('keydown', (event) => {
    const field = box();
    if (!field || field.disabled) return;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !types(event.target);
    if (isCommand || isSlash) {
      event.preventDefault();
      if (document.activeElement !== field) before = document.activeElement;
      field.focus();
      field.select();
    } else if (event.target === field) {
      // The server moves the choice; the caret stays where it is.
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') event.preventDefault();
      if (event.key === 'Escape') leave();
    }
  });

  // The Enter that ends a composition (Japanese, Korean, Chinese) chooses a word, not what was found.
  document.addEventListener('keydown', (event) => {
    if (event.isComposing && event.target === box()) event.stopImmediatePropagation();
  }, true);

  return { leave: () => box()?.blur() };
})();
