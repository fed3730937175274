package io.tidings.sse.jaxrs;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request's {@code Accept-Encoding} says of gzip (RFC 9110, section 12.5.3). Reads whatever
 * comes; what makes no sense accepts nothing.
 */
final class AcceptedEncoding {

  private static final double NOT_SAID = -1;

  private AcceptedEncoding() {}

  /** Whether gzip is accepted, and nothing else is liked better that every response could have. */
  static boolean isGzip(@Nullable String header) {
    if (header == null) {
      return false; // then anything is acceptable, but such clients mostly cannot decode
    }
    double gzip = NOT_SAID;
    double identity = NOT_SAID;
    double others = NOT_SAID;
    for (String element : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String coding = element.split(";", 2)[0].strip();
      switch (coding) {
        case "gzip", "x-gzip" -> gzip = Math.max(gzip, quality(element));
        case "identity" -> identity = quality(element);
        case "*" -> others = quality(element);
        default -> {}
      }
    }
    double wanted = gzip == NOT_SAID ? others : gzip;
    return wanted > 0 && wanted >= identity;
  }

  private static double quality(String element) {
    String[] parts = element.split(";", -1);
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        return weight(parameter.substring(2).strip());
      }
    }
    return 1;
  }

  private static double weight(String text) {
    return text.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : 0;
  }
}
