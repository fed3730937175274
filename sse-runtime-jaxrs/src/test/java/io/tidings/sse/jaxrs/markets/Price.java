package io.tidings.sse.jaxrs.markets;

import java.math.BigDecimal;

/** A payload with a property of two words, which naming strategies write differently. */
public record Price(String symbol, BigDecimal lastPrice) {}
