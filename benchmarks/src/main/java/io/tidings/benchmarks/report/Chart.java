package io.tidings.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Draws results as horizontal bars in one SVG image that suits light and dark pages. */
public final class Chart {

  private static final int WIDTH = 760;
  private static final int NAMES = 160;
  private static final int NUMBERS = 90;
  private static final int LINE = 22;
  private static final int TITLE = 34;
  private static final int MARGIN = 12;

  private static final String STYLE =
      """
      <style>
        text { font: 13px system-ui, sans-serif; fill: #1f2328 }
        .title { font-weight: 600 }
        .bar { fill: #8c959f } .ours { fill: #0969da } .limit { fill: #d0d7de }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 } .bar { fill: #6e7681 } .ours { fill: #4493f8 } .limit { fill: #30363d }
        }
      </style>
      """;

  private final StringBuilder svg = new StringBuilder();
  private int y = MARGIN;

  private Chart() {}

  /** The image's text. */
  public static String of(List<Figures> results) {
    Chart chart = new Chart();
    panels(results).forEach(chart::draw);
    int height = chart.y + MARGIN;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
            .formatted(WIDTH, height)
        + STYLE
        + chart.svg
        + "</svg>\n";
  }

  private static List<Panel> panels(List<Figures> results) {
    return Stream.of(
            Panel.of(
                "Deliveries a second, every event to 1000 readers before the next",
                "deliveries_per_s",
                true,
                results,
                mode("lockstep", 0)),
            Panel.of(
                "Deliveries a second, publisher up to 64 events ahead of 1000 readers",
                "deliveries_per_s",
                true,
                results,
                mode("saturated", 0)),
            Panel.of(
                "Microseconds of server processor time a delivery, 1000 readers, 50 events/s",
                "cpu_us_per_delivery",
                false,
                results,
                mode("paced", 50)),
            Panel.of(
                "Milliseconds to 99 % of deliveries, 1000 readers, 50 events/s",
                "p99_ms", false, results, mode("paced", 50)),
            Panel.of(
                "Bytes of heap an idle reader",
                "heap_bytes_per_reader",
                false,
                results,
                result -> result.text("bench").equals("memory")))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Predicate<Figures> mode(String mode, int rate) {
    return result ->
        result.text("mode").equals(mode)
            && Objects.equals(result.get("readers"), 1_000)
            && (rate == 0 || result.number("rate") == rate);
  }

  private void draw(Panel panel) {
    y += TITLE;
    svg.append(
        "<text class=\"title\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(MARGIN, y, panel.title()));
    y += MARGIN;
    double scale = (WIDTH - NAMES - NUMBERS - MARGIN) / panel.largest();
    panel.bars().forEach(bar -> draw(bar, scale));
  }

  private void draw(Panel.Bar bar, double scale) {
    double length = Math.max(1, bar.value() * scale);
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                + "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>"
                + "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
            NAMES - MARGIN / 2,
            y + LINE - 8,
            bar.row(),
            kind(bar.row()),
            NAMES,
            y + 2,
            length,
            LINE - 6,
            NAMES + length + 6,
            y + LINE - 8,
            number(bar.value())));
    y += LINE;
  }

  private static String kind(String row) {
    return row.startsWith("tidings") ? "ours" : row.equals("limit") ? "limit" : "bar";
  }

  /** Three digits are all that a reader compares. */
  static String number(double value) {
    if (value >= 1_000_000) {
      return String.format(Locale.ROOT, "%.1f M", value / 1_000_000);
    }
    if (value >= 10_000) {
      return String.format(Locale.ROOT, "%.0f k", value / 1_000);
    }
    return value >= 100
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
