import { ExchangeClient } from "../Exchange.js";

const exchange = new ExchangeClient("/api", { tenant: "acme" });
exchange.subscribePrices("ACME", { price: (price) => { price.symbol = ""; } }); // wrong
