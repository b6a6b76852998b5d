// [data-tip]: shows an element's aria-label beside it, under the mouse and on the keyboard's focus, for charts whose marks are too small for words.
// [data-cells="7"]: many marks of a chart are one stop of the tab key; arrow keys go on inside, up and down by one, left and right by as many as a column or row holds.
(() => {
  const tip = document.createElement('span');
  tip.className = 'tip floating-tip';
  tip.hidden = true;

  const hide = () => { tip.hidden = true; };
  const show = (mark) => {
    tip.textContent = mark.getAttribute('aria-label');
    if (!tip.isConnected) document.body.append(tip);
    tip.hidden = false;
    const at = mark.getBoundingClientRect();
    const width = tip.offsetWidth;
    tip.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, at.left + at.width / 2 - width / 2))}px`;
    tip.style.top = `${at.top > tip.offsetHeight + 12 ? at.top - tip.offsetHeight - 6 : at.bottom + 6}px`;
  };
  const markOf = (event) => event.target.closest?.('[data-tip]');

  document.addEventListener('pointerover', (event) => { const mark = markOf(event); if (mark) show(mark); else hide(); });
  document.addEventListener('focusin', (event) => { const mark = markOf(event); if (mark?.matches(':focus-visible')) show(mark); });
  document.addEventListener('focusout', hide);
  addEventListener('scroll', hide, { capture: true, passive: true });

  const steps = (cells, key) => {
    const line = Number(cells.dataset.cells);
    // A calendar's columns are weeks of seven days; the rows of hours hold a day of 24; a curve has one line.
    const [across, down] = line === 7 ? [7, 1] : [1, line];
    return { ArrowLeft: -across, ArrowRight: across, ArrowUp: -down, ArrowDown: down }[key];
  };

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
    const mark = markOf(event);
    const cells = mark?.closest('[data-cells]');
    const step = cells && steps(cells, event.key);
    if (!step) return;
    event.preventDefault();
    const next = cells.querySelector(`[data-at="${Number(mark.dataset.at) + step}"]`);
    if (!next) return;
    mark.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
    show(next);
  });
})();
