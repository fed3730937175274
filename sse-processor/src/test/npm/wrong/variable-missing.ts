import { ExchangeClient } from "../Exchange.js";

const exchange = new ExchangeClient("/api", { tenant: "acme" });
exchange.subscribePrices({ price: () => undefined }); // wrong
