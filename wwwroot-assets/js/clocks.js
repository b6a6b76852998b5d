// Clocks that run in the browser between what the server says. The words inside them are what the server knew; they show where scripts do not run.
class Clock extends HTMLElement {
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
    this.#from = performance.now();
    this.#show();
  }

  #show() { this.#text.textContent = this.say(Number(this.getAttribute('ms')) || 0, performance.now() - this.#from); }
}

// <mnm-age ms="400" poll="17">0.4 s ago</mnm-age>: the age of what is shown. A new poll or age starts it again.
customElements.define('mnm-age', class extends Clock {
  static observedAttributes = ['ms', 'poll'];

  say(age, since) {
    const seconds = Math.max(0, age + since) / 1000;
    this.toggleAttribute('late', seconds > 5);
    return seconds < 9.95 ? `${seconds.toFixed(1)} s ago`
      : seconds < 120 ? `${Math.floor(seconds)} s ago`
        : seconds < 7200 ? `${Math.floor(seconds / 60)} min ago`
          : `${Math.floor(seconds / 3600)} h ago`;
  }
});

// <mnm-timer ms="27000" of="…">27</mnm-timer>: the time left; with the attribute "up" the time that has passed. Another "of" is another step.
customElements.define('mnm-timer', class extends Clock {
  static observedAttributes = ['ms', 'of'];

  say(ms, since) {
    const up = this.hasAttribute('up');
    const seconds = up ? Math.floor((ms + since) / 1000) : Math.ceil(Math.max(0, ms - since) / 1000);
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    return up || seconds >= 60 ? clock : `${seconds}`;
  }
});
