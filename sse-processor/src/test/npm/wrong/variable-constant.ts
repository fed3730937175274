import { ExchangeClient } from "../Exchange.js";

const exchange = new ExchangeClient("/api", { tenant: "acme" });
exchange.subscribeBooks("id", 3, "HOLD", {}); // wrong
