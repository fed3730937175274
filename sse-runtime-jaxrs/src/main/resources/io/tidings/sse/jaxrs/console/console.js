// The console's page: one event source for all that is shown, opened anew when another page is.
const { console: home, base, stream } = document.body.dataset;
const POINTS = 60;
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const lists = { topics: { page: 0, search: "" }, connections: { page: 0, search: "" } };
const charts = new Map();
let before = null;
let source = null;

function topicOf(name) {
  const { page, search } = lists[name];
  return `${name}?page=${page}&search=${encodeURIComponent(":" + search)}`;
}

function state(name, text) {
  document.body.dataset.state = name;
  document.getElementById("status").textContent = text;
}

function connect() {
  source?.close();
  const wanted = ["overview", topicOf("topics"), topicOf("connections")];
  source = new EventSource(`${stream}?${new URLSearchParams(wanted.map((topic) => ["topic", topic]))}`);
  source.onerror = () => state("reconnecting", "reconnecting");
  const on = (topic, event, action) =>
    source.addEventListener(`${topic}#${event}`, (message) => action(JSON.parse(message.data)));
  on(canonical("overview"), "overview", overview);
  on(canonical(wanted[1]), "topics", (page) => fill("topics", page, topicRow));
  on(canonical(wanted[2]), "connections", (page) => fill("connections", page, connectionRow));
}

// As the server writes it: everything but letters, digits and -._~ is encoded.
function canonical(topic) {
  const [path, query] = topic.split("?");
  return query === undefined ? path : `${path}?${query.replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase())}`;
}

function overview(now) {
  state("live", now.status === "UP" ? "live" : `${now.status.toLowerCase()}: ${now.reasons.join(", ")}`);
  const at = performance.now();
  for (const figure of document.querySelectorAll("#figures figure")) {
    const name = figure.dataset.of;
    const isRate = "rate" in figure.dataset;
    if (isRate && before === null) continue;
    const value = isRate ? ((now[name] - before.now[name]) * 1000) / (at - before.at) : now[name];
    figure.querySelector("b").textContent = compact.format(Math.round(value));
    draw(figure, name, value);
  }
  before = { now, at };
  rows("slow", now.slowest.map((one) => [one.client, one.stream, { number: one.lag }]));
}

function draw(figure, name, value) {
  const values = [...(charts.get(name) ?? []), value].slice(-POINTS);
  charts.set(name, values);
  const top = Math.max(1, ...values);
  const points = values.map((v, i) => `${((i + POINTS - values.length) * 120) / (POINTS - 1)},${30 - (v / top) * 28}`);
  figure.querySelector("polyline").setAttribute("points", points.join(" "));
}

function fill(name, page, row) {
  const section = document.getElementById(name);
  const shown = lists[name];
  shown.pages = Math.max(1, Math.ceil(page.total / 25));
  section.querySelector("output").textContent = `${shown.page + 1} of ${shown.pages} · ${page.total}`;
  section.dataset.total = page.total;
  rows(name, page.rows.map(row));
}

function topicRow(one) {
  const watch = button("Watch", `Watch ${one.topic}`, () => open(one));
  return [`${one.stream}/${one.topic}`, { number: one.readers }, one.last, watch];
}

function connectionRow(one) {
  const cut = button("Disconnect", `Disconnect ${one.client}`, () => disconnect(one.client));
  return [one.client, one.principal, `${one.stream}: ${one.topics.join(", ")}`, { number: one.events }, { number: one.lag }, cut];
}

function button(text, label, action) {
  const made = document.createElement("button");
  made.textContent = text;
  made.setAttribute("aria-label", label);
  made.onclick = action;
  return made;
}

// Rows keep their elements where they can, so that the focus stays where it is.
function rows(name, wanted) {
  const body = document.querySelector(`#${name} tbody`);
  while (body.rows.length > wanted.length) body.deleteRow(-1);
  wanted.forEach((cells, at) => {
    const row = body.rows[at] ?? body.insertRow();
    cells.forEach((cell, i) => {
      const place = row.cells[i] ?? row.insertCell();
      if (cell instanceof HTMLElement) {
        const old = place.firstElementChild;
        if (old?.getAttribute("aria-label") === cell.getAttribute("aria-label")) old.onclick = cell.onclick;
        else place.replaceChildren(cell);
      } else {
        const text = typeof cell === "object" ? cell.number.toLocaleString("en") : cell;
        place.classList.toggle("number", typeof cell === "object");
        if (place.textContent !== text) place.textContent = text;
        place.title = text;
      }
    });
  });
}

function disconnect(client) {
  return fetch(`${home}/disconnect?client=${encodeURIComponent(client)}`, { method: "POST", headers: { "x-tidings-console": "1" } });
}

// The stream's own rules decide who may watch: this reads as the person before the screen.
async function open({ stream: path, topic }) {
  const dialog = document.getElementById("watch");
  const text = dialog.querySelector("pre");
  dialog.querySelector("h2").textContent = `${path}/${topic}`;
  text.textContent = "";
  dialog.showModal();
  const stop = new AbortController();
  dialog.onclose = () => stop.abort();
  try {
    const answer = await fetch(`${base}${path}?topic=${encodeURIComponent(topic)}`, { headers: { Accept: "text/event-stream" }, signal: stop.signal });
    if (!answer.ok) {
      text.textContent = `This stream's own rules say ${answer.status}.`;
      return;
    }
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const atEnd = text.scrollTop + text.clientHeight >= text.scrollHeight - 4;
      text.textContent = (text.textContent + part.value).slice(-50_000);
      if (atEnd) text.scrollTop = text.scrollHeight;
    }
  } catch (failure) {
    if (!stop.signal.aborted) text.append(`\n${failure}`);
  }
}

for (const [name, shown] of Object.entries(lists)) {
  const section = document.getElementById(name);
  let later;
  section.querySelector("form").onsubmit = (event) => event.preventDefault();
  section.querySelector("input").oninput = (event) => {
    clearTimeout(later);
    later = setTimeout(() => {
      Object.assign(shown, { search: event.target.value, page: 0 });
      connect();
    }, 250);
  };
  section.querySelectorAll("[data-step]").forEach((step) => {
    step.onclick = () => {
      const page = shown.page + Number(step.dataset.step);
      if (page < 0 || page >= (shown.pages ?? 1)) return;
      shown.page = page;
      connect();
    };
  });
}
connect();
