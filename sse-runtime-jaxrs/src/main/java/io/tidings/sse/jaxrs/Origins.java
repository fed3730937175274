package io.tidings.sse.jaxrs;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The origins whose pages may read the streams of an application (CORS). Immutable. Without any, a
 * browser lets only pages of the application's own origin read.
 */
public final class Origins {

  private static final Origins NONE = new Origins(Set.of(), false, false, false);

  private final Set<String> exact;
  private final boolean any;
  private final boolean credentials;
  private final boolean refusing;

  private Origins(Set<String> exact, boolean any, boolean credentials, boolean refusing) {
    this.exact = exact;
    this.any = any;
    this.credentials = credentials;
    this.refusing = refusing;
  }

  /**
   * No other origin, and no header that says so.
   *
   * @return the origins
   */
  public static Origins none() {
    return NONE;
  }

  /**
   * These origins.
   *
   * @param origins as a browser writes them, such as {@code https://shop.example:8443}
   * @return the origins
   * @throws IllegalArgumentException when one has a path, or no scheme or host
   */
  public static Origins of(String... origins) {
    return new Origins(
        Arrays.stream(origins).map(Origins::checked).collect(Collectors.toUnmodifiableSet()),
        false,
        false,
        false);
  }

  /**
   * Every origin; for streams that everybody may read.
   *
   * @return the origins
   */
  public static Origins any() {
    return new Origins(Set.of(), true, false, false);
  }

  /**
   * The same origins, whose pages may send cookies and other credentials.
   *
   * @return new origins
   * @throws IllegalStateException when these are not exact ones: any page of the world could then
   *     read in the name of whoever looks at it
   */
  public Origins withCredentials() {
    if (exact.isEmpty()) {
      throw new IllegalStateException(
          "origins must be exact to be given credentials; was " + this + ". Name them");
    }
    return new Origins(exact, any, true, refusing);
  }

  /**
   * The same origins; requests of pages of any other are answered with 403 before anything is done
   * for them. For streams that know their readers by cookies, which a browser sends whoever asks.
   *
   * @return new origins
   */
  public Origins refusingOthers() {
    return new Origins(exact, any, credentials, true);
  }

  private static String checked(String origin) {
    URI uri = URI.create(origin);
    String path = uri.getRawPath();
    boolean isOrigin =
        uri.getScheme() != null
            && uri.getHost() != null
            && (path == null || path.isEmpty())
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && uri.getRawUserInfo() == null;
    if (!isOrigin) {
      throw new IllegalArgumentException(
          "origin must be a scheme, a host and perhaps a port; was " + origin);
    }
    return origin;
  }

  /** Whether any origin but the own may read. */
  boolean isOpen() {
    return any || !exact.isEmpty();
  }

  /** Whether the answer does not depend on who asks. */
  boolean isAny() {
    return any;
  }

  boolean allows(String origin) {
    return any || exact.contains(origin);
  }

  boolean hasCredentials() {
    return credentials;
  }

  boolean isRefusing() {
    return refusing;
  }

  @Override
  public String toString() {
    return any ? "any" : exact.toString();
  }
}
