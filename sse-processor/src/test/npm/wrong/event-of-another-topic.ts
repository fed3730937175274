import { ExchangeClient } from "../Exchange.js";

const exchange = new ExchangeClient("/api", { tenant: "acme" });
exchange.subscribeOrders({ price: () => undefined }); // wrong
