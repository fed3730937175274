// One EventSource over many topics, kept open whatever happens to the server.

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;
const SILENCE = 15_000; // three heartbeats

/**
 * Dispatches `change` with the new state (`connecting`, `live`, `reconnecting`, `cut`) and `event`
 * with everything the server has sent.
 */
export class Line extends EventTarget {
  state = 'connecting';
  lastEventId = '';
  lastLife = performance.now();
  givenUp = 0;
  #url;
  #types;
  #source = null;
  #attempts = 0;
  #timer = 0;

  constructor(path, events) {
    super();
    this.#url = new URL(path, location.href);
    this.#types = Object.entries(events).flatMap(([topic, types]) => types.map((type) => `${topic}#${type}`));
    Object.keys(events).forEach((topic) => this.#url.searchParams.append('topic', topic));
    setInterval(() => this.#listen(), 1_000);
    addEventListener('online', () => this.state === 'reconnecting' && this.open());
  }

  open() {
    this.#drop();
    // A new EventSource knows nothing of the old one's position, so the query carries it.
    if (this.lastEventId) {
      this.#url.searchParams.set('lastEventId', this.lastEventId);
    }
    const source = new EventSource(this.#url);
    this.#source = source;
    this.lastLife = performance.now();
    source.onopen = () => this.#opened();
    source.onerror = () => this.#failed(source);
    this.#types.forEach((type) => source.addEventListener(type, (message) => this.#received(message)));
    source.addEventListener('sse-gap', (message) => this.#received(message));
  }

  cut() {
    this.#drop();
    this.#become('cut');
  }

  #drop() {
    clearTimeout(this.#timer);
    this.#source?.close();
  }

  #opened() {
    this.#attempts = 0;
    this.lastLife = performance.now();
    this.#become('live');
  }

  #received(message) {
    this.lastLife = performance.now();
    // A gap has no id of its own: the position stays where it was.
    if (message.type !== 'sse-gap') {
      this.lastEventId = message.lastEventId;
    }
    this.dispatchEvent(new CustomEvent('event', { detail: message }));
  }

  // A browser reconnects by itself until an answer tells it to give up; then it is up to us.
  #failed(source) {
    this.#become('reconnecting');
    if (source.readyState === EventSource.CLOSED) {
      this.givenUp++;
      const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#attempts++);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.open(), wait * (0.8 + 0.4 * Math.random()));
    }
  }

  // A peer that vanished says nothing, not even that it is gone.
  #listen() {
    if (this.state === 'live' && performance.now() - this.lastLife > SILENCE) {
      this.#become('reconnecting');
      this.open();
    }
  }

  #become(state) {
    if (state !== this.state) {
      this.state = state;
      this.dispatchEvent(new CustomEvent('change', { detail: state }));
    }
  }
}
