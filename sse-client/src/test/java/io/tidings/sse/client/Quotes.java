package io.tidings.sse.client;

import java.util.List;
import java.util.UUID;

/** A stream as a user writes it, without its annotations. */
interface Quotes {

  /** How a venue trades. */
  enum Mode {
    OPEN,
    CLOSED
  }

  /** A payload. */
  record Price(long cents, String currency) {}

  void price(String symbol, Price price);

  void halted(String symbol, String reason);

  void mode(UUID venue, Mode mode, List<Price> prices);

  void count(int floor, int count);

  void raw(byte[] bytes);
}
