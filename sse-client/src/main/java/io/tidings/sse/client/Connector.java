package io.tidings.sse.client;

import io.tidings.sse.client.StreamException.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Opens the response that carries a stream, by the rules of the standard. */
final class Connector {

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;

  private final SseClient client;
  private final RunSwitch running;

  Connector(SseClient client, RunSwitch running) {
    this.client = client;
    this.running = running;
  }

  /**
   * Sends the request and follows redirects.
   *
   * @return the response; nothing when the server says that there is no more
   * @throws StreamException when it is no event stream
   */
  Optional<HttpResponse<ResponseBody>> open(String lastEventId)
      throws StreamException, InterruptedException {
    HttpResponse<ResponseBody> response = arrive(request(lastEventId));
    if (response.statusCode() == OK) {
      try {
        checkType(response);
        return Optional.of(response);
      } catch (StreamException e) {
        response.body().cancel();
        throw e;
      }
    }
    response.body().cancel();
    if (response.statusCode() == NO_CONTENT) {
      return Optional.empty();
    }
    throw StreamException.status(response.statusCode(), retryAfter(response));
  }

  /** Whether the body is compressed; {@link #open} has refused what cannot be expanded. */
  static boolean isGzip(HttpResponse<?> response) {
    return encoding(response).contains("gzip");
  }

  private HttpRequest request(String lastEventId) throws StreamException {
    try {
      return client.request(lastEventId);
    } catch (RuntimeException e) {
      throw StreamException.of(Fault.REQUEST, "request must be sound; " + e.getMessage(), e);
    }
  }

  private HttpResponse<ResponseBody> arrive(HttpRequest first)
      throws StreamException, InterruptedException {
    HttpRequest request = first;
    for (int hops = 0; hops <= client.mostRedirects(); hops++) {
      HttpResponse<ResponseBody> response = send(request);
      if (!Redirect.isOne(response.statusCode())) {
        return response;
      }
      response.body().cancel();
      Optional<String> location = response.headers().firstValue("location");
      request = Redirect.follow(request, response.statusCode(), location);
    }
    throw StreamException.of(
        Fault.REDIRECT,
        "redirects must end after " + client.mostRedirects() + "; was led on to " + request.uri(),
        null);
  }

  // Not HttpRequest.timeout: newer JDKs count the body in, which here has no end.
  private HttpResponse<ResponseBody> send(HttpRequest request)
      throws StreamException, InterruptedException {
    ResponseBody body = new ResponseBody();
    CompletableFuture<HttpResponse<ResponseBody>> answer =
        client.httpClient().sendAsync(request, info -> body);
    Runnable cancel =
        () -> {
          body.cancel();
          answer.cancel(true);
        };
    running.underWay(cancel);
    try {
      return answer.get(Timing.nanos(client.responseTimeout()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      cancel.run();
      throw StreamException.of(Fault.TIMEOUT, late(client.responseTimeout()), e);
    } catch (ExecutionException e) {
      throw broken(request, e.getCause());
    } catch (CancellationException e) {
      throw broken(request, e);
    } catch (InterruptedException e) {
      cancel.run();
      throw e;
    }
  }

  private void checkType(HttpResponse<?> response) throws StreamException {
    List<String> types = response.headers().allValues("content-type");
    String type = types.isEmpty() ? "none" : types.get(types.size() - 1);
    String essence = type.split(";", 2)[0].strip();
    if (!essence.equalsIgnoreCase("text/event-stream")) {
      throw StreamException.of(
          Fault.CONTENT_TYPE, "content type must be text/event-stream; was " + type, null);
    }
    String encoding = encoding(response);
    if (!List.of("", "identity", "gzip", "x-gzip").contains(encoding)) {
      throw StreamException.of(
          Fault.ENCODING, "content encoding must be gzip or none; was " + encoding, null);
    }
  }

  private static String encoding(HttpResponse<?> response) {
    return String.join(",", response.headers().allValues("content-encoding"))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private @Nullable Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("retry-after")
        .flatMap(value -> RetryAfter.parse(value, client.timing().clock()))
        .orElse(null);
  }

  private static StreamException broken(HttpRequest request, @Nullable Throwable cause) {
    return StreamException.of(
        Fault.NETWORK, request.uri() + " must be reachable; failed with " + why(cause), cause);
  }

  // The JDK's client tells some failures by the name of the exception only.
  private static String why(@Nullable Throwable cause) {
    for (Throwable deeper = cause; deeper != null; deeper = deeper.getCause()) {
      if (deeper instanceof UnresolvedAddressException) {
        return "unknown host";
      }
    }
    boolean told = cause instanceof IOException && cause.getMessage() != null;
    return told
        ? String.valueOf(cause.getMessage())
        : cause instanceof ConnectException ? "connection refused" : String.valueOf(cause);
  }

  private static String late(Duration timeout) {
    return "response must come within " + timeout.toMillis() + " ms";
  }
}
