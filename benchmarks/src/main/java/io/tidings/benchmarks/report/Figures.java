package io.tidings.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One result: what was measured and its figures by name, in the order in which they were put. */
public final class Figures {

  /** Why something was not measured for want of time. */
  public static final String LATE = "time must suffice; was over";

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  private Figures() {}

  /** A result of this row of this benchmark. */
  public static Figures of(String bench, String row) {
    return new Figures().put("bench", bench).put("row", row);
  }

  /** A row that could not be measured, with the reason. */
  public static Figures skipped(String bench, String row, String reason) {
    return of(bench, row).put("skipped", reason);
  }

  /** A row that was not measured because the others have taken the time of the run. */
  public static Figures late(String bench, String row) {
    return skipped(bench, row, LATE);
  }

  /** Adds a number, a text or a truth; null where it could not be measured. */
  public Figures put(String name, @Nullable Object value) {
    values.put(name, value instanceof Double number ? rounded(number) : value);
    return this;
  }

  // Four digits carry all that such a measurement knows.
  private static @Nullable Object rounded(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return null;
    }
    if (Math.abs(value) >= 1_000) {
      return Math.round(value);
    }
    return Math.round(value * 1_000) / 1_000.0;
  }

  /** The value of this name; null when there is none. */
  public @Nullable Object get(String name) {
    return values.get(name);
  }

  /** The number of this name; not a number when there is none. */
  public double number(String name) {
    return values.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** The text of this name; empty when there is none. */
  public String text(String name) {
    Object value = values.get(name);
    return value == null ? "" : value.toString();
  }

  /** All values by name. */
  public Map<String, @Nullable Object> values() {
    return values;
  }
}
