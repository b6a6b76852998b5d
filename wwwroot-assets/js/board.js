// <mnm-board>: the keys of the board, a screen that stays awake, and nobody who must press a button when something breaks.
const idleAfter = 4000;
const loadAnewAfter = 5000;

const loadAnew = () => setTimeout(() => document.dispatchEvent(new CustomEvent('mnm-load-anew')), loadAnewAfter);

customElements.define('mnm-board', class extends HTMLElement {
  #idle = 0;
  #again = 0;
  #lock = null;
  #crash = null;

  connectedCallback() {
    document.addEventListener('keydown', this.#press);
    document.addEventListener('dblclick', this.#fullscreen);
    document.addEventListener('pointermove', this.#moved);
    document.addEventListener('visibilitychange', this.#awake);
    this.addEventListener('click', this.#click);
    // The browser may take the lock away (low power) and give it again later.
    this.#again = setInterval(this.#awake, 30000);
    this.#moved();
    this.#awake();
    this.#watchForCrash();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#press);
    document.removeEventListener('dblclick', this.#fullscreen);
    document.removeEventListener('pointermove', this.#moved);
    document.removeEventListener('visibilitychange', this.#awake);
    clearTimeout(this.#idle);
    clearInterval(this.#again);
    this.#crash?.disconnect();
    this.#lock?.release();
    this.#lock = null;
  }

  #press = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    switch (event.key) {
      case 'f': case 'F': this.#fullscreen(); break;
      case 'd': case 'D': this.#theme('dark'); break;
      case 'l': case 'L': this.#theme('light'); break;
      case '?': this.#help(); break;
      // The browser leaves full screen and closes the dialog by this key.
      case 'Escape': if (!this.#dialog.open && !document.fullscreenElement) location.href = '/'; break;
      default: return;
    }
    if (event.key !== 'Escape') event.preventDefault();
  };

  #click = (click) => { if (click.target.closest('[data-help]')) this.#help(); };

  #moved = () => {
    this.toggleAttribute('idle', false);
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.toggleAttribute('idle', true), idleAfter);
  };

  #fullscreen = () => {
    const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    change.catch(() => { /* Refused: the board stays as it is. */ });
  };

  #theme(theme) { document.dispatchEvent(new CustomEvent('mnm-theme', { detail: theme })); }

  get #dialog() { return this.querySelector('dialog'); }

  #help() {
    if (this.#dialog.open) this.#dialog.close();
    else this.#dialog.showModal();
  }

  #awake = async () => {
    if (document.visibilityState !== 'visible' || (this.#lock && !this.#lock.released)) return;
    try {
      this.#lock = await navigator.wakeLock.request('screen');
      if (!this.isConnected) this.#lock.release();
    } catch {
      this.#lock = null;
    }
    for (const one of this.querySelectorAll('[data-sleeps]')) one.hidden = this.#lock !== null;
  };

  #watchForCrash() {
    const crashed = document.getElementById('blazor-error-ui');
    this.#crash = new MutationObserver(() => {
      if (crashed.style.display === 'block') loadAnew();
    });
    this.#crash.observe(crashed, { attributes: true, attributeFilter: ['style'] });
  }
});

// <mnm-stopped>: stands where a part of the page could not be drawn.
customElements.define('mnm-stopped', class extends HTMLElement {
  connectedCallback() { loadAnew(); }
});
