import { ExchangeClient } from "../Exchange.js";

new ExchangeClient("/api", { tenant: "acme" }).subscribePrices("ACME", {
  "sse-error": (body: unknown) => console.log(body), // wrong
});
