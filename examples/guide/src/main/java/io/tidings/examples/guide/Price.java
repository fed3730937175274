package io.tidings.examples.guide;

import java.math.BigDecimal;

/**
 * What one share costs.
 *
 * @param amount the amount in the currency's major unit
 * @param currency the ISO 4217 code
 */
public record Price(BigDecimal amount, String currency) {}
