package io.tidings.sse.jaxrs.markets;

/** A stream whose path has a variable, and whose topic has one of each kind. */
public interface Orders {

  void order(String tenant, int number, String kind, String text);
}
