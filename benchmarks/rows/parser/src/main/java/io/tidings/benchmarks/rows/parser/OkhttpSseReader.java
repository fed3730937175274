package io.tidings.benchmarks.rows.parser;

import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** okhttp-sse, which takes a response and calls a listener. */
final class OkhttpSseReader implements StreamReader {

  private static final @Nullable MediaType TYPE = MediaType.parse("text/event-stream");

  private final Request request = new Request.Builder().url("http://localhost/").build();

  @Override
  public void read(Input input, EventSink sink) {
    ResponseBody body =
        ResponseBody.create(Okio.buffer(Okio.source(input.stream())), TYPE, input.bytes().length);
    Response response =
        new Response.Builder()
            .request(request)
            .protocol(Protocol.HTTP_1_1)
            .code(200)
            .message("OK")
            .body(body)
            .build();
    EventSources.processResponse(response, new Listener(sink));
  }

  private static final class Listener extends EventSourceListener {

    private final EventSink sink;

    Listener(EventSink sink) {
      this.sink = sink;
    }

    @Override
    public void onEvent(
        EventSource source, @Nullable String id, @Nullable String type, String data) {
      if (sink.wantsIds()) {
        sink.id(id);
      }
      sink.event(type, data);
    }

    @Override
    public void onFailure(
        EventSource source, @Nullable Throwable failure, @Nullable Response response) {
      throw new IllegalStateException(failure);
    }
  }
}
