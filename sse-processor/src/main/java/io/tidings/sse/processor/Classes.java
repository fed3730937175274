package io.tidings.sse.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** The classes that generated code names; a test in the examples checks that each exists. */
final class Classes {
  static final ClassName HUB = hub("Hub");
  static final ClassName STREAM_DEFINITION = hub("StreamDefinition");
  static final ClassName TOPIC_DEFINITION = hub("TopicDefinition");
  static final ClassName EVENT_DEFINITION = hub("EventDefinition");
  static final ClassName PAYLOAD_TYPE = hub("PayloadType");
  static final ClassName POLL_RESULT = hub("PollResult");
  static final ClassName VARIABLE = hub("Variable");
  static final ClassName STREAM_PUBLISHER = hub("StreamPublisher");
  static final ClassName TOPIC_HANDLE = hub("TopicHandle");
  static final ClassName REPLAY_POLICY = hub("ReplayPolicy");
  static final ClassName HEARTBEAT_POLICY = hub("HeartbeatPolicy");
  static final ClassName BACKPRESSURE_POLICY = hub("BackpressurePolicy");
  static final ClassName RETRY_POLICY = hub("RetryPolicy");
  static final ClassName LIMIT_POLICY = hub("LimitPolicy");

  static final ClassName CLIENT_DEFINITION = client("ClientDefinition");
  static final ClassName CLIENT_SETTINGS = client("ClientSettings");
  static final ClassName CLIENT_PAYLOAD = client("PayloadType");
  static final ClassName TYPED_CLIENT = client("TypedClient");
  static final ClassName TOPIC_VARIABLES = client("TopicVariables");
  static final ClassName EVENT_STREAM = client("EventStream");

  static final ClassName SSE_RESOURCE = ClassName.get("io.tidings.sse.jaxrs", "SseResource");
  static final ClassName SSE_EXCHANGE = ClassName.get("io.tidings.sse.jaxrs", "SseExchange");

  static final ClassName PATH = rest("Path");
  static final ClassName GET = rest("GET");
  static final ClassName HEAD = rest("HEAD");
  static final ClassName PRODUCES = rest("Produces");
  static final ClassName CONTEXT = ClassName.get("jakarta.ws.rs.core", "Context");
  static final ClassName RESPONSE = ClassName.get("jakarta.ws.rs.core", "Response");
  static final ClassName EVENT_SINK = ClassName.get("jakarta.ws.rs.sse", "SseEventSink");
  static final ClassName REQUEST_CONTEXT =
      ClassName.get("jakarta.ws.rs.container", "ContainerRequestContext");

  static final ClassName SSE_GENERATED =
      ClassName.get("io.tidings.sse.annotations", "SseGenerated");
  static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

  /** Those of the runtime and of Jakarta REST. */
  static final List<ClassName> OF_THE_SERVER =
      List.of(
          HUB,
          STREAM_DEFINITION,
          TOPIC_DEFINITION,
          EVENT_DEFINITION,
          PAYLOAD_TYPE,
          POLL_RESULT,
          VARIABLE,
          STREAM_PUBLISHER,
          TOPIC_HANDLE,
          REPLAY_POLICY,
          HEARTBEAT_POLICY,
          BACKPRESSURE_POLICY,
          RETRY_POLICY,
          LIMIT_POLICY,
          SSE_RESOURCE,
          SSE_EXCHANGE,
          PATH,
          GET,
          HEAD,
          PRODUCES,
          CONTEXT,
          RESPONSE,
          EVENT_SINK,
          REQUEST_CONTEXT);

  /** Those of the client. */
  static final List<ClassName> OF_THE_CLIENT =
      List.of(
          CLIENT_DEFINITION,
          CLIENT_SETTINGS,
          CLIENT_PAYLOAD,
          TYPED_CLIENT,
          TOPIC_VARIABLES,
          EVENT_STREAM);

  private Classes() {}

  private static ClassName client(String simpleName) {
    return ClassName.get("io.tidings.sse.client", simpleName);
  }

  private static ClassName hub(String simpleName) {
    return ClassName.get("io.tidings.sse.hub", simpleName);
  }

  private static ClassName rest(String simpleName) {
    return ClassName.get("jakarta.ws.rs", simpleName);
  }
}
