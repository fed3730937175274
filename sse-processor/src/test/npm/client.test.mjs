// How the generated client behaves, on an EventSource, a clock and a network of our own.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { ExchangeClient, ExchangeTopic } from "./js/Exchange.js";

class FakeEventSource {
  static made = [];
  readyState = 0;
  #listeners = new Map();

  constructor(url, init) {
    this.url = url;
    this.init = init;
    FakeEventSource.made.push(this);
  }

  static get last() {
    return FakeEventSource.made.at(-1);
  }

  addEventListener(type, listener) {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  close() {
    this.readyState = 2;
  }

  open() {
    this.readyState = 1;
    this.onopen();
  }

  fail(readyState) {
    this.readyState = readyState;
    this.onerror();
  }

  send(type, data, lastEventId = "") {
    const text = typeof data === "string" ? data : JSON.stringify(data);
    (this.#listeners.get(type) ?? []).forEach((listener) => listener({ data: text, lastEventId }));
  }
}

let now;
let timers;
let status;
let asked;

beforeEach(() => {
  FakeEventSource.made = [];
  now = 1_000_000;
  timers = new Map();
  status = 503;
  asked = [];
  let next = 1;
  globalThis.EventSource = FakeEventSource;
  Date.now = () => now;
  Math.random = () => 1;
  globalThis.setTimeout = (task, delay) => {
    timers.set(next, { task, at: now + delay });
    return next++;
  };
  globalThis.clearTimeout = (timer) => timers.delete(timer);
  globalThis.fetch = async (url, init) => {
    asked.push({ url, ...init });
    if (status === 0) {
      throw new TypeError("network");
    }
    return { status };
  };
});

/** Lets time pass, and runs what is due, in order. */
async function pass(millis) {
  const end = now + millis;
  for (;;) {
    const due = [...timers].filter(([, timer]) => timer.at <= end).sort((a, b) => a[1].at - b[1].at);
    if (due.length === 0) {
      break;
    }
    const [id, timer] = due[0];
    timers.delete(id);
    now = timer.at;
    timer.task();
    await new Promise((resolve) => setImmediate(resolve));
  }
  now = end;
}

function recorder() {
  const seen = [];
  const say = (what) => (payload, event) => seen.push([what, payload, event?.id]);
  return { seen, say };
}

const exchange = (options) => new ExchangeClient("https://host/api/", { tenant: "a b/ü" }, options);

test("a topic alone is read on its own path, by plain event types", () => {
  const { seen, say } = recorder();
  exchange().subscribePrices("ACME", { price: say("price"), halted: say("halted") });

  FakeEventSource.last.open();
  FakeEventSource.last.send("price", { symbol: "ACME" }, "e-1");
  FakeEventSource.last.send("halted", "no JSON", "e-2");

  assert.equal(FakeEventSource.last.url, "https://host/api/tenants/a%20b%2F%C3%BC/exchange/prices/ACME");
  assert.deepEqual(FakeEventSource.last.init, { withCredentials: false });
  assert.deepEqual(seen, [["price", { symbol: "ACME" }, "e-1"], ["halted", "no JSON", "e-2"]]);
});

test("a value that containers refuse in a path goes into the query, encoded once more", () => {
  const { seen, say } = recorder();
  exchange().subscribePrices("A/B'*", { price: say("price") });

  FakeEventSource.last.send("prices/A%2FB%27%2A#price", {}, "e-1");

  assert.match(FakeEventSource.last.url, /exchange\?topic=prices%2FA%252FB%2527%252A$/);
  assert.equal(seen.length, 1);
});

test("several topics share a connection and are told apart by their labels", () => {
  const { seen, say } = recorder();
  exchange({ lastEventId: "e-7", clientId: "me" }).subscribe(
    ExchangeTopic.prices("A", { price: say("A") }),
    ExchangeTopic.prices("B", { price: say("B") }),
    ExchangeTopic.books("0E5C9B2A-3C7D-4F52-8A8B-9E1F0A2B3C4D", 3, "BUY", { "book-page": say("book") }),
  );

  FakeEventSource.last.send("prices/B#price", { n: 1 }, "e-8");
  FakeEventSource.last.send("prices/A#price", { n: 2 }, "e-9");
  FakeEventSource.last.send(
    "books/0e5c9b2a-3c7d-4f52-8a8b-9e1f0a2b3c4d?level=3&side=BUY#book-page", { n: 3 }, "e-10");

  const query = new URL(FakeEventSource.last.url).searchParams;
  assert.deepEqual(query.getAll("topic"), [
    "prices/A", "prices/B", "books/0e5c9b2a-3c7d-4f52-8a8b-9e1f0a2b3c4d?level=3&side=BUY"]);
  assert.equal(query.get("lastEventId"), "e-7");
  assert.equal(query.get("clientId"), "me");
  assert.deepEqual(seen.map(([what]) => what), ["B", "A", "book"]);
});

test("a topic alone that has query variables keeps them", () => {
  exchange({ lastEventId: "e-7" }).subscribeBooks("id", 3, "BUY", {});

  assert.match(FakeEventSource.last.url, /\/exchange\/books\/id\?level=3&side=BUY&lastEventId=e-7$/);
});

test("values that no topic can have are refused at once", () => {
  for (const symbol of ["", ".", "..", "\uD800"]) {
    assert.throws(() => exchange().subscribePrices(symbol, {}));
  }
  assert.throws(() => exchange().subscribeBooks("id", 1.5, "BUY", {}), /level must be a whole number; was 1.5/);
  assert.equal(FakeEventSource.made.length, 0);
});

test("an event that comes again is delivered once; one without id is never taken for a repeat", async () => {
  const { seen, say } = recorder();
  exchange().subscribe(
    ExchangeTopic.prices("A", { price: say("A") }), ExchangeTopic.prices("B", { price: say("B") }));
  const first = FakeEventSource.last;
  first.send("prices/A#price", 1, "e-1");
  first.send("prices/B#price", 2, "e-2");
  first.send("prices/A#price", [], "e-2");
  first.send("prices/A#price", 1, "e-1");

  assert.deepEqual(seen.map(([, payload]) => payload), [1, 2, []]);

  first.fail(2);
  await pass(1_000);
  assert.notEqual(FakeEventSource.last, first);
  FakeEventSource.last.send("prices/B#price", 2, "e-2");
  FakeEventSource.last.send("prices/B#price", 3, "e-3");

  assert.deepEqual(seen.map(([, payload]) => payload), [1, 2, [], 3]);
});

test("another epoch begins to count anew, and so does a gap", () => {
  const { seen, say } = recorder();
  exchange().subscribePrices("A", { price: say("price"), "sse-gap": say("gap") });
  FakeEventSource.last.send("price", 1, "e-9");
  FakeEventSource.last.send("price", 2, "f-1");
  FakeEventSource.last.send("sse-gap", { reason: "trimmed", topic: "prices/A", firstAvailable: null });
  FakeEventSource.last.send("price", 3, "f-1");

  assert.deepEqual(seen.map(([what, payload]) => (what === "gap" ? payload.reason : payload)),
    [1, 2, "trimmed", 3]);
});

test("a gap is told to the topic that it names, or to all", () => {
  const { seen, say } = recorder();
  exchange().subscribe(
    ExchangeTopic.prices("A", { "sse-gap": say("A") }), ExchangeTopic.prices("B", { "sse-gap": say("B") }));
  FakeEventSource.last.send("sse-gap", { reason: "overflow", topic: "prices/B" });
  FakeEventSource.last.send("sse-gap", { reason: "epoch" });

  assert.deepEqual(seen.map(([what]) => what), ["B", "A", "B"]);
});

test("a failure of a source is told once to the topic that it names, or to all", () => {
  const { seen, say } = recorder();
  const connection = exchange().subscribe(
    ExchangeTopic.load({ "sse-error": say("load") }),
    ExchangeTopic.prices("A", { "sse-error": say("A") }));
  FakeEventSource.last.send("sse-error", { topic: "load", message: "down" }, "e-1");
  FakeEventSource.last.send("sse-error", { statusCode: 503 }, "e-2");

  assert.deepEqual(seen.map(([what, body]) => [what, body.message ?? body.statusCode]),
    [["load", "down"], ["load", 503], ["A", 503]]);
  assert.equal(connection.lastEventId, "e-2");
});

test("a connection is closed when all its topics have ended, not before", () => {
  const closed = [];
  const { seen, say } = recorder();
  exchange({ onClose: (why) => closed.push(why) }).subscribe(
    ExchangeTopic.prices("A", { "sse-end": say("A") }), ExchangeTopic.prices("B", { "sse-end": say("B") }));
  FakeEventSource.last.send("sse-end", { topic: "prices/A" });
  assert.deepEqual(closed, []);
  FakeEventSource.last.send("sse-end", { topic: "prices/B" });

  assert.deepEqual(seen.map(([what]) => what), ["A", "B"]);
  assert.deepEqual(closed, [{ reason: "ended" }]);
  assert.equal(FakeEventSource.last.readyState, 2);
});

test("a topic that has ended is not asked for again", async () => {
  exchange().subscribe(ExchangeTopic.prices("A", {}), ExchangeTopic.prices("B", {}));
  FakeEventSource.last.send("sse-end", { topic: "prices/A" });
  FakeEventSource.last.fail(2);
  await pass(1_000);

  assert.match(FakeEventSource.last.url, /exchange\/prices\/B$/);
});

test("the browser's own retry is left alone", async () => {
  const retries = [];
  exchange({ onRetry: () => retries.push(now) }).subscribePrices("A", {});
  FakeEventSource.last.open();
  FakeEventSource.last.fail(0);
  FakeEventSource.last.open();

  assert.equal(FakeEventSource.made.length, 1);
  assert.equal(retries.length, 1);
});

test("a connection that the browser gave up comes back where it was, later and later", async () => {
  exchange().subscribePrices("A", {});
  FakeEventSource.last.open();
  FakeEventSource.last.send("price", {}, "e-5");
  FakeEventSource.last.fail(2);
  assert.equal(FakeEventSource.made.length, 1);

  await pass(1_000);
  assert.equal(FakeEventSource.made.length, 2);
  assert.match(FakeEventSource.last.url, /lastEventId=e-5$/);
  assert.equal(asked[0].method, "HEAD");

  FakeEventSource.last.fail(2);
  await pass(1_999);
  assert.equal(FakeEventSource.made.length, 2);
  await pass(1);
  assert.equal(FakeEventSource.made.length, 3);

  for (let i = 0; i < 20; i++) {
    FakeEventSource.last.fail(2);
    await pass(30_000);
  }
  assert.equal(FakeEventSource.made.length, 23);
});

test("nobody answering is no reason to give up", async () => {
  status = 0;
  exchange().subscribePrices("A", {});
  FakeEventSource.last.fail(2);
  await pass(1_000);

  assert.equal(FakeEventSource.made.length, 2);
});

test("an answer that says no ends it, and says why", async () => {
  for (const [answer, why] of [
    [204, { reason: "ended" }],
    [404, { reason: "refused", status: 404 }],
    [403, { reason: "refused", status: 403 }],
  ]) {
    const closed = [];
    status = answer;
    exchange({ onClose: (one) => closed.push(one) }).subscribePrices("A", {});
    const made = FakeEventSource.made.length;
    FakeEventSource.last.fail(2);
    await pass(60_000);

    assert.deepEqual(closed, [why]);
    assert.equal(FakeEventSource.made.length, made);
  }
});

test("a heartbeat that stays away makes a new connection; one that comes does not", async () => {
  exchange().subscribePrices("A", {});
  FakeEventSource.last.open();
  for (let i = 0; i < 10; i++) {
    await pass(59_000);
    FakeEventSource.last.send("beat", "");
  }
  assert.equal(FakeEventSource.made.length, 1);

  await pass(61_001);
  assert.equal(FakeEventSource.made.length, 2);
  assert.equal(FakeEventSource.made[0].readyState, 2);
});

test("a connection whose topics have no heartbeat to listen to is not watched", async () => {
  exchange().subscribe(ExchangeTopic.prices("A", {}), ExchangeTopic.raw({}));
  await pass(24 * 3_600_000);

  assert.equal(FakeEventSource.made.length, 1);
});

test("nothing happens after close", async () => {
  const { seen, say } = recorder();
  const closed = [];
  const connection = exchange({ onClose: (why) => closed.push(why) }).subscribePrices("A", { price: say("price") });
  FakeEventSource.last.send("price", 1, "e-1");
  connection.close();
  connection.close();
  FakeEventSource.last.send("price", 2, "e-2");
  FakeEventSource.last.fail(2);
  await pass(600_000);

  assert.deepEqual(seen.map(([, payload]) => payload), [1]);
  assert.deepEqual(closed, [{ reason: "closed" }]);
  assert.equal(FakeEventSource.made.length, 1);
  assert.equal(timers.size, 0);
});

test("a connection that is closed while it asks does not open again", async () => {
  const connection = exchange().subscribePrices("A", {});
  FakeEventSource.last.fail(2);
  let answer;
  globalThis.fetch = () => new Promise((resolve) => (answer = resolve));
  await pass(1_000);
  connection.close();
  answer({ status: 503 });
  await new Promise((resolve) => setImmediate(resolve));

  assert.equal(FakeEventSource.made.length, 1);
});

test("an EventSource of one's own is used, with credentials", () => {
  const given = [];
  exchange({
    withCredentials: true,
    eventSource: (url, init) => {
      given.push(init);
      return new FakeEventSource(url, init);
    },
  }).subscribePrices("A", {});

  assert.deepEqual(given, [{ withCredentials: true }]);
});
