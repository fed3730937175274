package io.tidings.sse.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How to reach an event stream. Immutable; each call that opens it makes a stream of its own. */
public final class SseClient {

  private final Builder settings;
  private final int topics;

  private SseClient(Builder settings) {
    this.settings = settings;
    this.topics = settings.request.topics();
  }

  /**
   * Starts from a URI.
   *
   * @param uri an http or https URI
   * @return a builder
   */
  public static Builder builder(URI uri) {
    return new Builder(uri);
  }

  /**
   * Opens the stream and pushes what arrives.
   *
   * @param listener who hears it, in the stream's own thread
   * @return the running stream
   */
  public EventStream listen(StreamListener listener) {
    return EventStream.start(this, listener, () -> {});
  }

  /**
   * Opens the stream for who pulls.
   *
   * @return a reader of the running stream
   */
  public EventReader open() {
    return EventReader.open(this);
  }

  /**
   * The stream for who subscribes. Each subscriber gets a stream of its own, and events only as far
   * as it has requested them: the rest waits in the server. A gap is an event, too: {@link Gap#of}
   * reads it.
   *
   * @return a publisher
   */
  public Flow.Publisher<ReceivedEvent> publisher() {
    return new EventPublisher(this);
  }

  URI uri() {
    return settings.request.uri();
  }

  /** How many topics the URI asks for. */
  int topics() {
    return topics;
  }

  String lastEventId() {
    return settings.lastEventId;
  }

  int mostRedirects() {
    return settings.mostRedirects;
  }

  Duration responseTimeout() {
    return settings.responseTimeout;
  }

  @Nullable Duration readTimeout() {
    return settings.readTimeout;
  }

  ParserLimits limits() {
    return settings.limits;
  }

  ErrorStrategy errorStrategy() {
    return settings.errorStrategy;
  }

  RetryStrategy retryStrategy() {
    return settings.retryStrategy;
  }

  Timing timing() {
    return settings.timing;
  }

  HttpClient httpClient() {
    return settings.request.clientOrShared();
  }

  /** The request of the next attempt. */
  HttpRequest request(String lastEventId) {
    return settings.request.request(lastEventId);
  }

  /** Collects how to reach a stream. Not for use by several threads. */
  public static final class Builder {

    private RequestTemplate request;
    private String lastEventId = "";
    private int mostRedirects = 10;
    private Duration responseTimeout = Duration.ofSeconds(30);
    private @Nullable Duration readTimeout;
    private ParserLimits limits = ParserLimits.DEFAULT;
    private ErrorStrategy errorStrategy = ErrorStrategy.standard();
    private RetryStrategy retryStrategy = Backoff.DEFAULT;
    private Timing timing = Timing.REAL;

    private Builder(URI uri) {
      this.request = RequestTemplate.of(uri);
    }

    private Builder(Builder other) {
      this.request = other.request;
      this.lastEventId = other.lastEventId;
      this.mostRedirects = other.mostRedirects;
      this.responseTimeout = other.responseTimeout;
      this.readTimeout = other.readTimeout;
      this.limits = other.limits;
      this.errorStrategy = other.errorStrategy;
      this.retryStrategy = other.retryStrategy;
      this.timing = other.timing;
    }

    /**
     * Adds a header to each request. It does not follow a redirect to another origin.
     *
     * @param name the name
     * @param value the value
     * @return this
     */
    public Builder header(String name, String value) {
      request = request.withHeader(name, value);
      return this;
    }

    /**
     * Lets each request be changed before it leaves, for example to add a fresh token.
     *
     * @param change called for each attempt, in the stream's thread
     * @return this
     */
    public Builder customise(Consumer<HttpRequest.Builder> change) {
      request = request.withChange(change);
      return this;
    }

    /**
     * Sends another method, with a body that is sent again with each attempt.
     *
     * @param newMethod the method, such as {@code POST}
     * @param contentType the type of the body
     * @param newBody the body
     * @return this
     */
    public Builder body(String newMethod, String contentType, byte[] newBody) {
      request = request.withBody(newMethod, newBody);
      return header("Content-Type", contentType);
    }

    /**
     * Starts behind an event that is known already.
     *
     * @param id the last event id; empty for none
     * @return this
     */
    public Builder lastEventId(String id) {
      if (!HeaderText.isSendable(id)) {
        throw new IllegalArgumentException(
            "last event id must be printable ASCII without spaces at its ends; was " + id);
      }
      lastEventId = id;
      return this;
    }

    /**
     * Asks the server for gzip. Without it, an answer in gzip is understood, too.
     *
     * @param wanted whether to ask
     * @return this
     */
    public Builder compression(boolean wanted) {
      request = request.withCompression(wanted);
      return this;
    }

    /**
     * How many redirects are followed in a row; ten if not said.
     *
     * @param most from 0
     * @return this
     */
    public Builder redirects(int most) {
      if (most < 0) {
        throw new IllegalArgumentException("redirects must not be negative; was " + most);
      }
      mostRedirects = most;
      return this;
    }

    /**
     * How long a response may take to begin; 30 seconds if not said.
     *
     * @param timeout the time from request to headers
     * @return this
     */
    public Builder responseTimeout(Duration timeout) {
      responseTimeout = positive("response timeout", timeout);
      return this;
    }

    /**
     * How long an open stream may be silent before it is opened anew.
     *
     * <p>If not said, two and a half times the heartbeat that the server announces; five minutes
     * when it announces none.
     *
     * @param timeout the longest silence
     * @return this
     */
    public Builder readTimeout(Duration timeout) {
      readTimeout = positive("read timeout", timeout);
      return this;
    }

    /**
     * How much of a stream is held.
     *
     * @param newLimits the limits
     * @return this
     */
    public Builder limits(ParserLimits newLimits) {
      limits = newLimits;
      return this;
    }

    /**
     * What happens after a failure.
     *
     * @param strategy the strategy
     * @return this
     */
    public Builder onFailure(ErrorStrategy strategy) {
      errorStrategy = strategy;
      return this;
    }

    /**
     * How long to wait before the next attempt.
     *
     * @param strategy the strategy
     * @return this
     */
    public Builder retry(RetryStrategy strategy) {
      retryStrategy = strategy;
      return this;
    }

    /**
     * Sends through a client of your own: its proxy, its TLS, its HTTP version.
     *
     * @param client a client that does not follow redirects itself
     * @return this
     */
    public Builder httpClient(HttpClient client) {
      request = request.withClient(client);
      return this;
    }

    /**
     * What was collected.
     *
     * @return a client that later changes of this builder do not reach
     */
    public SseClient build() {
      return new SseClient(new Builder(this));
    }

    /** Where time and chance come from in tests. */
    Builder timing(Timing newTiming) {
      timing = newTiming;
      return this;
    }

    private static Duration positive(String subject, Duration timeout) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException(subject + " must be positive; was " + timeout);
      }
      return timeout;
    }
  }
}
