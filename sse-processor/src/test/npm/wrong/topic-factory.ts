import { ExchangeClient, ExchangeTopic } from "../Exchange.js";

const exchange = new ExchangeClient("/api", { tenant: "acme" });
exchange.subscribe(ExchangeTopic.prizes("ACME", {})); // wrong
