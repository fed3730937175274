package io.tidings.sse.jaxrs.markets;

/** A stream with a variable topic of two event types, and a plain one. */
public interface Markets {

  void price(String symbol, Price price);

  void halted(String symbol, String reason);

  void alert(String text);

  void tick(String text);

  void bulk(String text);
}
