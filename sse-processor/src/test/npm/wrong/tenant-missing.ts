import { ExchangeClient } from "../Exchange.js";

new ExchangeClient("/api", {}); // wrong
