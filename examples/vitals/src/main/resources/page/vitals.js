// The page: what each event of the stream changes on it.

import { AreaChart, BarChart } from './charts.js';
import { bytes, clock, count, percent, roundUp, roundUpBytes, size, span } from './format.js';
import { Journal } from './journal.js';
import { Line } from './line.js';

const EVENTS = {
  cpu: ['cpu'], memory: ['memory'], threads: ['threads'], collections: ['collected'], machine: ['started'],
};
const STATES = { connecting: 'Connecting', live: 'Live', reconnecting: 'Reconnecting', cut: 'Disconnected' };
const PLUG = { connecting: 'Disconnect', live: 'Disconnect', reconnecting: 'Retry now', cut: 'Reconnect' };
const RUNS = 6;

const element = (id) => document.getElementById(id);
const show = (id, text) => { element(id).textContent = text; };

const line = new Line('vitals', EVENTS);
const journal = new Journal(element('journal'));

const cpu = new AreaChart(element('cpu-plot'),
  [{ label: 'machine', tone: 'a' }, { label: 'this process', tone: 'b' }],
  { format: (share) => `${percent(share)} %`, ceiling: (peak) => [0.25, 0.5].find((step) => peak < 0.92 * step) ?? 1, time: clock });
let total = 0;
const memory = new AreaChart(element('memory-plot'), [{ label: 'in use', tone: 'a' }],
  { format: size, ceiling: () => total, time: clock });
const threads = new AreaChart(element('threads-plot'),
  [{ label: 'waiting', tone: 'a' }, { label: 'runnable', tone: 'b' }, { label: 'blocked', tone: 'c' }],
  { stacked: true, format: count, ceiling: (peak) => roundUp(peak), time: clock });
const heap = new AreaChart(element('heap-plot'), [], { stacked: true, format: size, ceiling: roundUpBytes, time: clock });
const collections = new BarChart(element('collections-plot'),
  { ceiling: (peak) => roundUp(peak), format: (millis) => `${millis} ms`, time: clock });
const areas = [cpu, memory, threads, heap];
const plots = [...areas, collections];

// The server's clock seen from here; the freshest event has travelled least.
let skew = Infinity;
let latest = 0;
const now = () => Date.now() - (skew === Infinity ? 0 : skew);

const handlers = {
  'cpu#cpu': ({ at, machine, process }) => {
    show('cpu-machine', percent(machine));
    show('cpu-process', `${percent(process)} %`);
    cpu.add(at, [machine, process]);
  },
  'memory#memory': (sample) => {
    const { value, unit } = bytes(sample.used);
    show('memory-used', value);
    show('memory-unit', unit);
    show('memory-total', size(sample.total));
    total = sample.total;
    memory.add(sample.at, [sample.used]);
    showHeap(sample);
  },
  'threads#threads': ({ at, live, waiting, runnable, blocked }) => {
    show('threads-live', count(live));
    show('threads-waiting', count(waiting));
    show('threads-runnable', count(runnable));
    show('threads-blocked', count(blocked));
    threads.add(at, [waiting, runnable, blocked]);
  },
  'collections#collected': (run) => {
    const words = `${run.cause}, ${took(run)}: ${size(run.before)} → ${size(run.after)}`;
    collections.add(run.at, run.millis, words);
    listRun(run);
  },
  'machine#started': ({ jvm, system, processors, pid }) => {
    const words = `${jvm} · ${system} · ${processors} processors · process ${pid}`;
    document.querySelectorAll('.machine').forEach((place) => { place.textContent = words; });
  },
};

const took = ({ millis }) => millis < 1 ? 'under 1 ms' : `${count(millis)} ms`;

// The pool that lives longest lies at the bottom.
const RANKS = ['Old', 'Tenured', 'Survivor', 'Eden'];
const poolName = (name) => name.replace(/^(G1|PS|Par) /, '').replace(/ (Space|Gen)$/, '');
const rank = ({ name }) => RANKS.indexOf(poolName(name));

function showHeap({ at, heapPools }) {
  const pools = [...heapPools].sort((one, other) => rank(one) - rank(other));
  const names = pools.map(({ name }) => poolName(name));
  if (names.join() !== heap.datasets.map(({ label }) => label).join()) {
    heap.series = names.map((label, index) => ({ label, tone: 'abc'[index % 3] }));
  }
  const { value, unit } = bytes(pools.reduce((sum, { used }) => sum + used, 0));
  show('heap-used', value);
  show('heap-unit', unit);
  element('heap-key').replaceChildren(...pools.map(({ used }, index) => {
    const item = document.createElement('li');
    const amount = document.createElement('b');
    item.className = 'abc'[index % 3];
    amount.textContent = size(used);
    item.append(`${names[index]} `, amount);
    return item;
  }));
  heap.add(at, pools.map(({ used }) => used));
}

function listRun(run) {
  const list = element('collections-list');
  list.querySelector('.none')?.remove();
  const row = document.createElement('tr');
  const cells = [clock(run.at), run.cause, took(run), `${size(run.before)} → ${size(run.after)}`];
  row.append(...cells.map((text, index) => {
    const cell = document.createElement('td');
    cell.textContent = text;
    cell.className = index > 1 ? 'n' : '';
    return cell;
  }));
  row.cells[1].title = run.collector;
  list.prepend(row);
  while (list.rows.length > RUNS) {
    list.lastElementChild.remove();
  }
}

let pending = false;
function soon() {
  if (!pending) {
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      draw();
    });
  }
}

function draw() {
  const silence = journal.lost === null ? [] : [{ from: latest || now(), to: null }];
  plots.forEach((plot) => plot.draw(now(), [...journal.gaps, ...silence]));
  element('collections-empty').hidden = collections.size > 0;
  show('wire-events', count(journal.events));
  show('wire-replayed', count(journal.replayed));
  show('wire-gaps', journal.gaps.length ? count(journal.gaps.length) : 'none');
  show('wire-id', line.lastEventId || '–');
  const quiet = performance.now() - line.lastLife;
  show('wire-life', journal.events === 0 ? '–' : quiet < 1_500 ? 'now' : `${span(quiet)} ago`);
  Object.assign(document.body.dataset, {
    state: line.state, events: journal.events, gaps: journal.gaps.length, holes: journal.holes, repeats: journal.repeats,
  });
}

line.addEventListener('change', ({ detail: state }) => {
  if (state === 'live') {
    journal.opened();
  } else {
    journal.closed(state);
  }
  show('state', STATES[state]);
  show('plug', PLUG[state]);
  document.title = state === 'live' ? 'Vitals' : `${STATES[state]} · Vitals`;
  draw();
});

line.addEventListener('event', ({ detail: message }) => {
  const payload = JSON.parse(message.data);
  if (message.type === 'sse-gap') {
    journal.gap(payload, latest);
    areas.forEach((area) => area.interrupt());
  } else {
    skew = Math.min(skew, Date.now() - payload.at);
    if (journal.event(message.lastEventId, message.type, payload.at + skew)) {
      latest = Math.max(latest, payload.at);
      handlers[message.type](payload);
    }
  }
  soon();
});

element('plug').addEventListener('click', () => line.state === 'live' ? line.cut() : line.open());

element('collect').addEventListener('click', async ({ currentTarget: button }) => {
  button.disabled = true;
  const headers = { 'Content-Type': 'application/json' };
  await fetch('collections', { method: 'POST', headers, body: '{}' }).catch(() => {});
  button.disabled = false;
});

const PARTS = /(\/\*\*.*?\*\/)|("[^"]*")|(@\w+)|\b(public|interface|void)\b|([^@"/pvi]+|.)/gs;
const KINDS = ['comment', 'text', 'annotation', 'word'];

async function showSource() {
  element('interface').open = matchMedia('(min-width: 62rem)').matches;
  const file = await (await fetch('Vitals.java')).text();
  const region = file.split(/\/\/ (?:tag|end)::vitals\n/)[1].trim();
  element('source').replaceChildren(...[...region.matchAll(PARTS)].map((match) => {
    const part = document.createElement('span');
    part.className = KINDS[match.slice(1, 5).findIndex(Boolean)] ?? '';
    part.textContent = match[0];
    return part;
  }));
}

// For those who look under the bonnet, tests among them.
globalThis.vitals = { line, journal };

setInterval(draw, 1_000);
draw();
line.open();
showSource();
