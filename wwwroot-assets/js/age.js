// <mnm-age ms="400" poll="17">0.4 s ago</mnm-age>: the age of what is shown, running on by itself between polls.
// The words inside are what the server knew; they show where scripts do not run. A new poll or age starts it again.
customElements.define('mnm-age', class extends HTMLElement {
  static observedAttributes = ['ms', 'poll'];

  #from = 0;
  #timer = 0;
  #text = this.attachShadow({ mode: 'open' });

  connectedCallback() {
    this.#start();
    this.#timer = setInterval(() => this.#show(), 200);
  }

  disconnectedCallback() { clearInterval(this.#timer); }

  attributeChangedCallback() { this.#start(); }

  #start() {
    this.#from = performance.now() - (Number(this.getAttribute('ms')) || 0);
    this.#show();
  }

  #show() {
    const seconds = Math.max(0, performance.now() - this.#from) / 1000;
    this.#text.textContent = seconds < 9.95 ? `${seconds.toFixed(1)} s ago`
      : seconds < 120 ? `${Math.floor(seconds)} s ago`
        : seconds < 7200 ? `${Math.floor(seconds / 60)} min ago`
          : `${Math.floor(seconds / 3600)} h ago`;
    this.toggleAttribute('late', seconds > 5);
  }
});
