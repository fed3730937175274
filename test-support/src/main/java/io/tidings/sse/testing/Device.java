package io.tidings.sse.testing;

import java.util.List;
import java.util.Map;

/** A screen, and what its owner likes. */
public record Device(int width, int height, boolean mobile, boolean dark) {

  /** Checks the size. */
  public Device {
    if (width <= 0 || height <= 0) {
      throw new IllegalArgumentException(
          "device size must be positive; was " + width + " x " + height);
    }
  }

  /** A common phone in portrait. */
  public static Device phone() {
    return new Device(390, 844, true, false);
  }

  /** A wide desktop screen. */
  public static Device wide() {
    return new Device(1600, 1000, false, false);
  }

  /** The same screen of someone who prefers dark pages. */
  public Device inTheDark() {
    return new Device(width, height, mobile, true);
  }

  Map<String, Object> metrics() {
    return Map.of(
        "width", width, "height", height, "deviceScaleFactor", mobile ? 2 : 1, "mobile", mobile);
  }

  List<Map<String, String>> mediaFeatures() {
    return List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"));
  }
}
