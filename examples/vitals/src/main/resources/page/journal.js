// What happened to the connection, and the count of what came over it.

import { clock, counted, span } from './format.js';

const LONGEST_LOG = 5_000;
const LONGEST_LIST = 50;
const SETTLING = 2_000;
const REASONS = {
  epoch: 'the server has begun a new history',
  trimmed: 'it was away longer than history is kept',
  overflow: 'it fell too far behind',
};

/** Counts events, checks that no id is left out or repeated, and writes the journal. */
export class Journal {
  log = [];
  events = 0;
  replayed = 0;
  gaps = [];
  holes = 0;
  repeats = 0;
  lost = null;
  #list;
  #last = null;
  #opened = 0;
  #caughtUp = 0;
  #away = 0;
  #gapped = false;
  #entry = null;
  #resuming = false;
  #selected = true;

  constructor(list) {
    this.#list = list;
  }

  opened() {
    this.#opened = Date.now();
    this.#away = this.lost === null ? 0 : this.#opened - this.lost;
    this.lost = null;
    this.#caughtUp = 0;
    this.#gapped = false;
    this.#resuming = this.#last !== null;
    // Without a position the server picks the newest of each topic: what lies between is no loss.
    this.#selected = !this.#resuming;
    this.#entry = this.#write('good', this.#resuming ? 'Connected again, catching up' : 'Connected');
    this.log.push({ kind: 'open' });
    setTimeout((entry) => this.#settle(entry), SETTLING, this.#entry);
  }

  closed(state) {
    if (this.lost === null) {
      this.lost = Date.now();
      this.#write('bad', state === 'cut' ? 'Disconnected by you' : 'Connection lost');
      this.log.push({ kind: state });
    }
  }

  gap(gap, since) {
    this.#selected = true;
    this.#gapped = true;
    this.log.push({ kind: 'gap', ...gap });
    // Each topic tells its own gap; until the next event they are one.
    if (this.gaps.at(-1)?.to !== null) {
      this.gaps.push({ from: since, to: null, reason: gap.reason });
      this.#write('warn', `Gap: ${REASONS[gap.reason] ?? gap.reason}. What happened meanwhile is lost`);
    }
  }

  /** Whether the event is new; one that was here before is only counted. */
  event(id, type, at) {
    const [epoch, sequence] = [id.slice(0, id.lastIndexOf('-')), Number(id.slice(id.lastIndexOf('-') + 1))];
    const expected = this.#last?.epoch === epoch ? this.#last.sequence + 1 : null;
    if (expected !== null && sequence < expected) {
      this.repeats++;
      return false;
    }
    if (expected !== null && sequence > expected && !this.#isSelection()) {
      this.holes++;
      this.#write('bad', `${counted(sequence - expected, 'event')} missing without notice`);
    }
    this.#last = { epoch, sequence };
    this.#count(id, type, at);
    return true;
  }

  #isSelection() {
    return this.#selected && Date.now() - this.#opened < SETTLING;
  }

  #count(id, type, at) {
    this.events++;
    this.log.push({ kind: 'event', id, type });
    if (this.log.length > LONGEST_LOG) {
      this.log.splice(0, this.log.length - LONGEST_LOG);
    }
    const gap = this.gaps.at(-1);
    if (gap && gap.to === null && at > gap.from) {
      gap.to = at;
    }
    if (this.#resuming && at <= this.#opened) {
      this.#caughtUp++;
      this.replayed++;
    }
  }

  #settle(entry) {
    if (entry !== this.#entry || !this.#resuming) {
      return;
    }
    const missing = this.#gapped ? 'see the gap above' : 'none missing';
    const replay = `${counted(this.#caughtUp, 'event')} caught up, ${missing}`;
    entry.textContent = `Connected again after ${span(this.#away)}: ${replay}`;
  }

  #write(mood, text) {
    const item = document.createElement('li');
    const time = document.createElement('time');
    const words = document.createElement('span');
    item.className = mood;
    time.textContent = clock(Date.now());
    words.textContent = text;
    item.append(time, words);
    this.#list.prepend(item);
    while (this.#list.children.length > LONGEST_LIST) {
      this.#list.lastChild.remove();
    }
    return words;
  }
}
