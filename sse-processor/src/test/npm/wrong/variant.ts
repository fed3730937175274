import { ExchangeClient } from "../Exchange.js";

const exchange = new ExchangeClient("/api", { tenant: "acme" });
exchange.subscribeMisc({ shape: ({ figure }) => figure.radius }); // wrong
