import {
  ExchangeClient,
  ExchangeTopic,
  type Everything,
  type Price,
  type SseConnection,
  type SseOptions,
} from "../Exchange.js";

const options: SseOptions = {
  withCredentials: true,
  clientId: "dashboard",
  onRetry: () => console.log("lost, trying again"),
  onClose: (closed) => {
    const words: string = closed.reason === "refused" ? `refused: ${closed.status}` : closed.reason;
    console.log(words);
  },
};
const exchange = new ExchangeClient("/api", { tenant: "acme" }, options);

function show(price: Price): string {
  const last: number | null | undefined = price.last;
  const side: "BUY" | "SELL" | "both-sides" = price.side;
  return `${price.symbol} ${last ?? "-"} ${side} ${price.at}`;
}

const one: SseConnection = exchange.subscribePrices("ACME", {
  price: (price, event) => console.log(event.topic, event.id, show(price)),
  halted: (reason) => console.log(reason.toUpperCase()),
  "sse-gap": (gap) => console.log(gap.reason, gap.firstAvailable),
  "sse-end": () => console.log("no more prices"),
});

const several = exchange.subscribe(
  ExchangeTopic.books("0e5c9b2a-3c7d-4f52-8a8b-9e1f0a2b3c4d", 3, "BUY", {
    "book-page": (page) => {
      const items: readonly (Price | null)[] = page.items;
      console.log(items.length, page.total);
    },
  }),
  ExchangeTopic.orders({
    "order-placed": (placed) => console.log(placed.id, show(placed.limit)),
    "order-cancelled": ({ id, reason }) => console.log(id, reason ?? "no reason"),
  }),
  ExchangeTopic.misc({
    everything: (everything: Everything) => console.log(everything.levels["BUY"], everything.gaps),
    shape: ({ figure, colour }) => {
      console.log(figure.kind === "circle" ? figure.radius : figure.side, colour);
    },
    tree: (forest) => Object.values(forest).flat().forEach((tree) => console.log(tree.children)),
    named: (named) => console.log(named.first_name, named["e-mail"], named.symbol),
    event: (event) => console.log(event.large),
  }),
  ExchangeTopic.raw({ "raw bytes": (base64) => console.log(atob(base64).length) }),
);

const load = exchange.subscribeLoad({
  load: (percent) => console.log(percent.toFixed(1)),
  "sse-error": (body: unknown) => console.log(body),
});
load.close();

console.log(several.lastEventId);
one.close();
several.close();
