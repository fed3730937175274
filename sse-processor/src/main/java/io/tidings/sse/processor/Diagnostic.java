package io.tidings.sse.processor;

import static javax.tools.Diagnostic.Kind.ERROR;
import static javax.tools.Diagnostic.Kind.NOTE;
import static javax.tools.Diagnostic.Kind.WARNING;

import java.util.Locale;
import javax.tools.Diagnostic.Kind;

/** Everything that the processor says, each as {@code subject must rule. Found: fact. Remedy.} */
enum Diagnostic {
  // The interface.
  STREAM_NOT_INTERFACE(
      "@SseStream type must be an interface. Found: %s. Declare an interface whose methods are the"
          + " events."),
  STREAM_GENERIC(
      "@SseStream interface must not have type parameters. Found: %s. Extend it by an interface"
          + " that gives the type arguments, and annotate that one."),
  STREAM_PRIVATE(
      "@SseStream interface must be visible in its package. Found: private %s. Remove `private`, so"
          + " that the generated classes can see it."),
  STREAM_SEALED(
      "@SseStream interface must not be sealed. Found: sealed %s. Remove `sealed`, because the"
          + " generated publisher implements it."),
  STREAM_EMPTY(
      "@SseStream interface must have a method with @Topic. Found: none in %s. Add one, such as"
          + " @Topic(\"alerts\") void alert(Alert alert)."),
  STREAM_PATH_QUERY(
      "stream path must not have query variables. Found: %s. Move them to the topics, as in"
          + " @Topic(\"devices{?site}\")."),
  STREAM_PATH_TWICE(
      "stream path must belong to one stream. Found: %s, which is also the path of %s. Give one of"
          + " them another path."),
  STREAM_PATH_SHADOWED(
      "stream path must not lie where another stream has topics. Found: %s, which %s of %s can"
          + " match, so that its readers would get 404. Give one of them another path."),
  GENERATED_NAME_TAKEN(
      "generated class must have a free name. Found: %s exists already. Rename it or the"
          + " interface."),

  // The methods.
  METHOD_WITHOUT_TOPIC(
      "abstract method of a stream must have @Topic. Found: %s. Add @Topic, or make it a default"
          + " method."),
  TOPIC_ON_CONCRETE(
      "@Topic method must be abstract. Found: %s method %s. Remove its body, or remove @Topic."),
  TOPIC_OUTSIDE_STREAM(
      "@Topic method must stand in an interface. Found: %s %s. Move it to an interface with"
          + " @SseStream."),
  TOPIC_WITHOUT_STREAM(
      WARNING,
      "interface with @Topic methods must have @SseStream or be extended by one that has. Found:"
          + " %s. Add @SseStream(\"/path\"), or nothing is generated."),
  SETTING_WITHOUT_TOPIC(
      "@%s method must also have @Topic. Found: %s. Add @Topic, or remove @%1$s."),
  SETTING_OUTSIDE_STREAM(
      "@%s must stand on an interface with @SseStream. Found: %s. Add @SseStream, or remove @%1$s."),
  EVENT_RETURNS_VALUE(
      "@Topic method must return void. Found: %s. Publishing has no reply; return void."),
  EVENT_GENERIC("@Topic method must not have type parameters. Found: %s. Name the payload type."),
  METHOD_NAME_TAKEN(
      "@Topic method must not look like a method of the generated publisher. Found: %s. Rename the"
          + " method and keep the event type with @Topic(event = \"%s\")."),

  // Templates, variables, names.
  MEMBER_MISSING("@%s must give `%s` or `%s`. Found: neither. Add one."),
  MEMBER_TWICE("@%s must give only one of `%s` and `%s`. Found: both. Remove one."),
  TEMPLATE_SYNTAX(
      "%s must be segments parted by `/`, each a literal of A-Z a-z 0-9 - . _ ~ or one {variable}."
          + " Found: %s in \"%s\". Correct it, as in \"prices/{symbol}\"."),
  VARIABLE_TWICE(
      "variable must stand once in the stream path and the topic. Found: {%s} twice. Rename one."),
  VARIABLE_RESERVED(
      "variable must have a name that a record component may have. Found: %s. Rename it, as in"
          + " {%1$sValue}."),
  QUERY_VARIABLE_RESERVED(
      "query variable must not have a name that the protocol uses. Found: %s. Rename it."),
  VARIABLE_WITHOUT_PARAMETER(
      "variable {%s} must be a parameter of the method. Found: no parameter %1$s in %s.%s"),
  VARIABLE_TYPE(
      "variable must be a String, a primitive, an enum, a UUID or a type with a public static"
          + " valueOf(String), fromString(String) or a constructor of a String. Found: %s. Change the"
          + " type of `%s`."),
  VARIABLE_TYPES_DIFFER(
      "variable must have one type in all methods of a template. Found: %s here, %s in %s. Use one"
          + " type."),
  STREAM_VARIABLES_FIRST(
      "variables of the stream path must be the first parameters, in the path's order. Found: %s."
          + " Begin the parameters with %s."),
  PARAMETER_NAMES_LOST(
      "inherited method must have its parameter names. Found: %s of %s, a class file without them."
          + " Compile it with -parameters."),
  TEMPLATES_OVERLAP(
      "two templates must never expand to one topic. Found: \"%s\" and \"%s\". Begin one of them"
          + " with another literal."),
  TOPIC_NAME_SYNTAX(
      "topic name must be a Java identifier. Found: %s. Choose one, as in @Topic(name = \"%s\")."),
  TOPIC_NAME_TWICE(
      "topic name must belong to one template. Found: %s for \"%s\" and \"%s\". Choose another with"
          + " @Topic(name = \"…\")."),
  TOPIC_NAMES_DIFFER(
      "topic must have one name in all methods of a template. Found: %s here, %s in %s. Use one"
          + " name."),

  // Events and payloads.
  PAYLOAD_MISSING(
      "@Topic method must have one parameter that is no variable, the payload. Found: none in %s."
          + " Add it."),
  PAYLOAD_TWICE(
      "@Topic method must have one parameter that is no variable, the payload. Found: %s and %s.%s"),
  PAYLOAD_TYPE(
      "payload must be a type whose values are data. Found: %s, %s. Use a record, a bean, a"
          + " collection, String or a primitive."),
  TYPE_HIDDEN(
      "type of a parameter must be visible to the generated classes, which are in the package of the"
          + " interface. Found: %s, of which %s. Make it visible there."),
  EVENT_TYPE_SYNTAX(
      "event type must be one line of valid text without `#`. Found: %s. Correct it, as in \"%s\"."),
  EVENT_TYPE_RESERVED(
      "event type must not begin with `sse-`, which the protocol uses. Found: %s. Rename it."),
  EVENT_TYPE_TWICE(
      "event type must stand for one payload in a topic. Found: \"%s\" of %s and of %s. Give one"
          + " another type with @Topic(event = \"…\"), or rename a permitted type."),
  SEALED_GENERIC(
      "sealed payload and its permitted types must not have type parameters. Found: %s. Remove"
          + " them, or wrap the payload in a record."),

  // Settings.
  DURATION_SYNTAX("%s must be a duration such as 500ms, 15s, 10m, 1h or PT15S. Found: \"%s\".%s"),
  DURATION_RANGE("%s must be from %s to %s. Found: %s. Choose a duration in that range."),
  SIZE_SYNTAX("%s must be a size such as 512B, 64KB or 1MB. Found: \"%s\". Correct it."),
  SIZE_RANGE("%s must be from %s to %s. Found: %s. Choose a size in that range."),
  NUMBER_RANGE("%s must be from %s to %s. Found: %s. Choose a number in that range."),
  HEARTBEAT_SHORT(
      WARNING,
      "heartbeat must leave at least one second. Found: %s. Every idle connection would be written"
          + " to that often; choose 15s."),
  REPLAY_ON_CONNECT(
      "@Replay `onConnect` must not exceed `events`. Found: %s of %s events. Lower `onConnect`, or"
          + " keep more events."),
  SETTINGS_DISAGREE(
      "@%s must agree on all methods of a template. Found: it differs from that of %s. Keep it on"
          + " one method, or make them equal."),
  LIMIT_ON_METHOD("@Limits `%s` must stand on the interface. Found: on method %s. Move it there."),

  // Sources, filters, guards, security.
  SNAPSHOT_TWICE("topic must have one @Snapshot. Found: also on %s. Keep one."),
  SNAPSHOT_ON_CONNECT(
      "topic must not have both @Snapshot and @Replay(onConnect). Found: onConnect = %s. A reader"
          + " without a cursor would get the state twice; remove one."),
  POLL_CONFLATED(
      "event must not have both @Poll and @Conflate. Found: both on %s. A source is asked at its"
          + " own pace; remove @Conflate."),
  SOURCE_FILTERED(
      "event must not have both @Filter and @%s. Found: both on %s. What a source tells a newcomer"
          + " passes no filter; give each kind of reader a topic of its own, or use @Guard."),
  SOURCE_NAME_TWICE(
      "sources must differ in name or variables. Found: two methods %s. Rename one method and keep"
          + " the event type with @Topic(event = \"%s\")."),
  FILTER_TYPE(
      "@Filter class must implement io.tidings.sse.hub.EventFilter. Found: %s. Implement"
          + " EventFilter<%s>."),
  FILTER_PAYLOAD(
      "@Filter class must accept the payload. Found: %s, which accepts %s, for payload %s. Implement"
          + " EventFilter<%3$s>."),
  GUARD_TYPE(
      "@Guard class must implement io.tidings.sse.hub.SubscriptionGuard. Found: %s. Implement it."),
  CLASS_NOT_INSTANTIABLE(
      "@%s class must have a constructor without parameters that the stream's package can call."
          + " Found: %s, %s. Add one, or make it visible."),
  NAME_BINDING_ON_METHOD(
      "@NameBinding must stand on the interface. Found: @%s on method %s. A reader could walk around"
          + " it by `?topic=`; move it to the interface."),

  // What clients see.
  JSON_NAME_UNKNOWN("JSON name of a payload must be certain at compile time. Found: %s, %s. %s"),
  JSON_SHAPE_UNKNOWN(
      WARNING,
      "JSON of a payload must be known at compile time. Found: %s, %s. It is described as any"
          + " value; use a type that codecs agree on, or silence this."),
  BASELINE_MISSING(
      NOTE,
      "stream must have a document in the baseline to be checked. Found: no %s. Copy the one that is"
          + " generated there, and later changes are checked."),
  BASELINE_UNREADABLE("document of the baseline must be readable. Found: %s in %s. Restore it."),
  BASELINE_STREAM_REMOVED(
      "stream of the baseline must still exist. Found: no %s, though there is %s. Restore it, or"
          + " delete the document when no client is left."),
  BASELINE_TOPIC_REMOVED(
      "topic of the baseline must still exist. Found: no \"%s\".%s Restore it, or refresh the"
          + " baseline when no client subscribes to it any more."),
  BASELINE_ADDRESS_CHANGED(
      "topic of the baseline must keep its address. Found: \"%s\" moved from %s to %s. Move it back,"
          + " or refresh the baseline when no client uses the old address any more."),
  BASELINE_EVENT_REMOVED(
      "event of the baseline must still exist. Found: no \"%s\" in \"%s\".%s Restore it, or refresh"
          + " the baseline when no client listens to it any more."),
  BASELINE_FIELD_REMOVED(
      "field of the baseline must still exist. Found: no %s.%s Restore it, or refresh the baseline"
          + " when no client reads it any more."),
  BASELINE_TYPE_CHANGED(
      "value of the baseline must keep its type. Found: %s was %s and is %s. Change it back, or send"
          + " it as an event of another type."),
  BASELINE_FIELD_OPTIONAL(
      "field of the baseline that is always there must stay so. Found: %s may now be missing or"
          + " null, and clients read it without looking. Make it required again, or refresh the"
          + " baseline when all clients look."),
  BASELINE_FIELD_REQUIRED(
      "field of the baseline that may be missing must stay so. Found: %s is now required, but events"
          + " in the history and those of nodes not yet updated may lack it, and new clients read"
          + " it without looking. Keep it nullable, or refresh the baseline when such events are"
          + " gone."),
  BASELINE_CONSTANT_REMOVED(
      "constant of the baseline must still exist. Found: no \"%s\" in %s. Restore it, or refresh the"
          + " baseline when no event in the history and no client has it any more."),
  BASELINE_ADDED(
      NOTE,
      "addition must be put into the baseline to be checked from now on. Found: %s. It breaks no"
          + " client; refresh the baseline."),

  // The build.
  OPTION_UNKNOWN(WARNING, "option -A%s must be one that exists. Found: no such option.%s"),
  OPTION_VALUE("option -A%s must be one of %s. Found: %s.%s"),
  SERVER_MISSING(
      "option -Asse.server=on must find the runtime. Found: no io.tidings.sse.hub.Hub for %s. Add"
          + " sse-runtime-jaxrs, and `requires io.tidings.sse.runtime` in a module."),
  SERVER_UNREADABLE(
      WARNING,
      "module %s must read the runtime. Found: no `requires io.tidings.sse.runtime`, though it is"
          + " there. Add it, or say -Asse.server=off; without it only %s is generated."),
  CLIENT_MISSING(
      "option -Asse.client=on must find the client. Found: no io.tidings.sse.client.TypedClient for"
          + " %s. Add sse-client, and `requires io.tidings.sse.client` in a module."),
  PACKAGE_CLOSED(
      WARNING,
      "package %s must be open to the runtime. Found: module %s neither exports nor opens it. Add"
          + " `opens %1$s;`, or %s cannot be made."),
  FILE_NOT_WRITTEN("generated file must be writable. Found: %s for %s. Clean and build again."),
  INTERNAL_ERROR(
      "processor must not fail. Found: %s in %s. This is a fault of Tidings; please report it.");

  private final Kind kind;
  private final String sentence;

  Diagnostic(String sentence) {
    this(ERROR, sentence);
  }

  Diagnostic(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  Kind kind() {
    return kind;
  }

  /** The name between the brackets: {@code SseStreamNotInterface}. */
  String code() {
    return "Sse" + Naming.pascal(name().toLowerCase(Locale.ROOT));
  }

  String message(Object... facts) {
    return "[" + code() + "] " + sentence.formatted(facts);
  }
}
