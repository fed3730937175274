
/** Where an event comes from. */
export interface SseEventInfo {
  /** The event type. */
  readonly type: string;
  /** The topic, as the stream names it, such as `prices/ACME`. */
  readonly topic: string;
  /** The id of the last event that had one; what `lastEventId` takes. */
  readonly id: string;
}

/** What to do about one event. */
export type SseHandler<Payload> = (payload: Payload, event: SseEventInfo) => void;

/** Events were lost: what is on the screen may be old. */
export interface SseGap {
  readonly reason: "epoch" | "trimmed" | "overflow" | "backplane" | "limit";
  readonly topic?: string | null;
  /** The id of the oldest event that is still there. */
  readonly firstAvailable?: string | null;
}

/** What every topic can say. */
export interface SseTopicHandlers {
  /** Events were lost; what follows is not contiguous with what came before. */
  readonly "sse-gap"?: (gap: SseGap) => void;
  /** The topic is complete: nothing will follow. */
  readonly "sse-end"?: () => void;
}

/** What a topic can say whose source the server asks again and again. */
export interface SsePolledTopicHandlers extends SseTopicHandlers {
  /** The source has failed and is asked again; the server decides what it says, and whether. */
  readonly "sse-error"?: (body: unknown) => void;
}

/** Why a connection is closed: by `close()`, because all topics ended, or for good by the server. */
export type SseClosed =
  | { readonly reason: "closed" }
  | { readonly reason: "ended" }
  | { readonly reason: "refused"; readonly status: number };

/** What a connection does besides delivering events. */
export interface SseOptions {
  /** Sends cookies to another origin, too. */
  readonly withCredentials?: boolean;
  /** Resumes after this event. */
  readonly lastEventId?: string;
  /** Names this client in the server's list of connections; it proves nothing. */
  readonly clientId?: string;
  /** The connection is there. */
  readonly onOpen?: () => void;
  /** The connection is lost and will be tried again. */
  readonly onRetry?: () => void;
  /** The connection will not be tried again. */
  readonly onClose?: (closed: SseClosed) => void;
  /** Where there is no `EventSource`, or another one is wanted. */
  readonly eventSource?: (url: string, init: { withCredentials: boolean }) => EventSource;
}

interface SseTopic {
  readonly path: string;
  readonly events: { readonly [type: string]: (data: string) => unknown };
  readonly handlers: object;
  readonly heartbeat?: { readonly event: string; readonly interval: number };
}

interface SseCursor {
  readonly epoch: string;
  readonly sequence: number;
}

const sseClosedState = 2;
const sseFirstDelay = 1_000;
const sseLongestDelay = 30_000;
const sseMissedHeartbeats = 3;

/** One connection with one topic or several. It comes back by itself until it is closed. */
export class SseConnection {
  readonly #url: string;
  readonly #topics: readonly SseTopic[];
  readonly #options: SseOptions;
  readonly #seen = new Map<SseTopic, SseCursor>();
  readonly #ended = new Set<SseTopic>();
  readonly #silence: number;
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #lastEventId: string;
  #sourceEventId = "";
  #failures = 0;
  #heard = 0;
  #closed = false;

  constructor(url: string, topics: readonly SseTopic[], options: SseOptions) {
    this.#url = url;
    this.#topics = topics;
    this.#options = options;
    this.#silence = sseSilence(topics);
    this.#lastEventId = options.lastEventId ?? "";
    this.#open();
  }

  /** The id of the last event; a later connection resumes there with the option `lastEventId`. */
  get lastEventId(): string {
    return this.#lastEventId;
  }

  /** Ends the connection. Nothing is delivered afterwards. */
  close(): void {
    this.#close({ reason: "closed" });
  }

  #close(closed: SseClosed): void {
    if (!this.#closed) {
      this.#closed = true;
      this.#stop();
      this.#options.onClose?.(closed);
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#watchdog);
    this.#source?.close();
    this.#source = undefined;
  }

  #open(): void {
    const topics = this.#topics.filter((topic) => !this.#ended.has(topic));
    const alone = topics.length === 1 && !topics[0]!.path.includes("%");
    const source = this.#connect(this.#address(topics, alone));
    this.#source = source;
    this.#sourceEventId = "";
    source.onopen = () => this.#opened();
    source.onerror = () => this.#failed(source);
    for (const topic of topics) {
      this.#listen(source, topic, alone);
    }
    source.addEventListener("sse-gap", (event) => this.#gap(event.data));
    source.addEventListener("sse-end", (event) => this.#end(event.data));
    source.addEventListener("sse-error", (event) => this.#error(event));
    this.#hear();
    this.#watch();
  }

  #connect(address: string): EventSource {
    const init = { withCredentials: this.#options.withCredentials ?? false };
    return this.#options.eventSource?.(address, init) ?? new EventSource(address, init);
  }

  /** A topic alone has a path of its own; containers refuse some escapes in paths. */
  #address(topics: readonly SseTopic[], alone: boolean): string {
    const query = alone ? [] : topics.map((topic) => `topic=${encodeURIComponent(topic.path)}`);
    if (this.#lastEventId !== "") {
      query.push(`lastEventId=${encodeURIComponent(this.#lastEventId)}`);
    }
    if (this.#options.clientId !== undefined) {
      query.push(`clientId=${encodeURIComponent(this.#options.clientId)}`);
    }
    const path = alone ? `${this.#url}/${topics[0]!.path}` : this.#url;
    return query.length === 0 ? path : path + (path.includes("?") ? "&" : "?") + query.join("&");
  }

  #listen(source: EventSource, topic: SseTopic, alone: boolean): void {
    for (const type of Object.keys(topic.events)) {
      const label = alone ? type : `${topic.path}#${type}`;
      source.addEventListener(label, (event) => this.#receive(topic, type, event));
    }
    if (topic.heartbeat !== undefined) {
      source.addEventListener(topic.heartbeat.event, () => this.#hear());
      source.addEventListener(`${topic.path}#${topic.heartbeat.event}`, () => this.#hear());
    }
  }

  #opened(): void {
    this.#failures = 0;
    this.#hear();
    this.#options.onOpen?.();
  }

  /** A browser tries again by itself, except after an answer that it takes for final. */
  #failed(source: EventSource): void {
    if (this.#source !== source) {
      return;
    }
    if (source.readyState === sseClosedState) {
      this.#lost();
    } else {
      this.#hear();
      this.#options.onRetry?.();
    }
  }

  #lost(): void {
    const address = this.#address(this.#topics, false);
    this.#stop();
    this.#options.onRetry?.();
    const longest = Math.min(sseLongestDelay, sseFirstDelay * 2 ** this.#failures++);
    const delay = longest * (0.5 + Math.random() / 2);
    this.#timer = setTimeout(() => void this.#reopen(address), delay);
  }

  /** `EventSource` does not tell the status of an answer, so a request without a stream asks. */
  async #reopen(address: string): Promise<void> {
    const status = await sseStatus(address, this.#options.withCredentials ?? false);
    if (this.#closed) {
      return;
    }
    if (status === 204) {
      this.#close({ reason: "ended" });
    } else if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
      this.#close({ reason: "refused", status });
    } else {
      this.#open();
    }
  }

  #hear(): void {
    this.#heard = Date.now();
  }

  /** A connection whose heartbeat stays away is dead, though nobody has said so. */
  #watch(): void {
    const left = this.#heard + this.#silence - Date.now();
    if (left <= 0) {
      this.#lost();
    } else if (Number.isFinite(left)) {
      this.#watchdog = setTimeout(() => this.#watch(), left);
    }
  }

  #receive(topic: SseTopic, type: string, event: MessageEvent<string>): void {
    this.#hear();
    const repeated = this.#isRepeated(topic, event.lastEventId);
    this.#moved(event.lastEventId);
    const decode = topic.events[type];
    if (!this.#closed && !repeated && decode !== undefined) {
      const info = { type, topic: topic.path, id: event.lastEventId };
      sseHandler(topic, type)?.call(topic.handlers, decode(event.data), info);
    }
  }

  /** An event without id shows the id before it, so an equal one repeats only on a new source. */
  #isRepeated(topic: SseTopic, id: string): boolean {
    const cursor = sseCursor(id);
    const seen = this.#seen.get(topic);
    if (cursor === undefined) {
      return false;
    }
    if (seen === undefined || seen.epoch !== cursor.epoch || seen.sequence < cursor.sequence) {
      this.#seen.set(topic, cursor);
      return false;
    }
    return seen.sequence > cursor.sequence
      ? id !== this.#sourceEventId
      : this.#sourceEventId === "";
  }

  #gap(data: string): void {
    this.#hear();
    const gap = JSON.parse(data) as SseGap;
    for (const topic of this.#named(gap.topic)) {
      this.#seen.delete(topic);
      sseHandler(topic, "sse-gap")?.call(topic.handlers, gap);
    }
  }

  #end(data: string): void {
    this.#hear();
    for (const topic of this.#named((JSON.parse(data) as { topic?: string }).topic)) {
      this.#ended.add(topic);
      sseHandler(topic, "sse-end")?.call(topic.handlers);
    }
    if (this.#ended.size === this.#topics.length) {
      this.#close({ reason: "ended" });
    }
  }

  #error(event: MessageEvent<string>): void {
    this.#hear();
    const body = sseBody(event.data);
    const path = (body as { topic?: unknown } | null | undefined)?.topic;
    const named = this.#named(typeof path === "string" ? path : undefined);
    const told = named.filter((topic) => !this.#isRepeated(topic, event.lastEventId));
    this.#moved(event.lastEventId);
    for (const topic of told) {
      sseHandler(topic, "sse-error")?.call(topic.handlers, body);
    }
  }

  #moved(id: string): void {
    this.#sourceEventId = id;
    if (id !== "") {
      this.#lastEventId = id;
    }
  }

  #named(path: string | null | undefined): readonly SseTopic[] {
    const named = this.#topics.filter((topic) => topic.path === path);
    return this.#closed ? [] : named.length === 0 ? this.#topics : named;
  }
}

function sseHandler(topic: SseTopic, type: string): ((...values: unknown[]) => void) | undefined {
  const handlers = topic.handlers as { [type: string]: (...values: unknown[]) => void };
  return handlers[type];
}

/** What the server says of a failure: JSON, unless it chose a text of another kind. */
function sseBody(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

/** An id is an epoch and a sequence. */
function sseCursor(id: string): SseCursor | undefined {
  const dash = id.lastIndexOf("-");
  return dash < 0
    ? undefined
    : { epoch: id.slice(0, dash), sequence: Number(id.slice(dash + 1)) };
}

/** How long a connection may be silent: for ever, unless each topic has a heartbeat to listen to. */
function sseSilence(topics: readonly SseTopic[]): number {
  const intervals = topics.map((topic) => topic.heartbeat?.interval ?? Infinity);
  return sseMissedHeartbeats * Math.max(...intervals);
}

/** The status that a stream would have; 0 when nobody answers. */
async function sseStatus(address: string, withCredentials: boolean): Promise<number> {
  try {
    const credentials = withCredentials ? "include" : "same-origin";
    const headers = { Accept: "text/event-stream" };
    return (await fetch(address, { method: "HEAD", credentials, headers })).status;
  } catch {
    return 0;
  }
}
