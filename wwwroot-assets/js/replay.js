// <mnm-address name="t" value="754">: keeps one parameter of the address up to date without a step in the history.
// At most once a second: browsers refuse more, and nobody reads it while it moves. No value takes the parameter away.
customElements.define('mnm-address', class extends HTMLElement {
  static observedAttributes = ['value'];

  #timer = 0;

  connectedCallback() { this.#later(); }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  attributeChangedCallback() { if (this.isConnected) this.#later(); }

  #later() { this.#timer ||= setTimeout(() => this.#write(), 1000); }

  #write() {
    this.#timer = 0;
    const address = new URL(location.href);
    const value = this.getAttribute('value');
    if (value) address.searchParams.set(this.getAttribute('name'), value);
    else address.searchParams.delete(this.getAttribute('name'));
    // Blazor keeps its place in the history in this state.
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  }
});

// <mnm-keys>: its range takes the replay's keys wherever the focus is, unless that is a control with keys of its own.
// What a key means is decided by the server; here it only loses the browser's meaning, such as scrolling.
customElements.define('mnm-keys', class extends HTMLElement {
  static #keys = new Set(['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', ' ']);

  #press = (event) => {
    const range = this.querySelector('input[type=range]');
    if (!range || event.ctrlKey || event.altKey || event.metaKey || !this.constructor.#keys.has(event.key)) return;
    const own = event.target === range;
    // Only keys that nobody else wants: typing, choosing and pressing buttons stay as they are.
    if (!own && event.target.closest('input, select, textarea, button, a, [popover], [tabindex="0"], [role=dialog], [role=menu]')) return;
    event.preventDefault();
    if (own) return;
    event.stopImmediatePropagation();
    range.focus({ preventScroll: true });
    range.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, shiftKey: event.shiftKey, bubbles: true, cancelable: true }));
  };

  connectedCallback() { document.addEventListener('keydown', this.#press, true); }

  disconnectedCallback() { document.removeEventListener('keydown', this.#press, true); }
});
