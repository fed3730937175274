/** The DSL of Tidings: annotations that turn an interface into a stream of server-sent events. */
module io.tidings.sse.annotations {
  requires static org.jspecify;

  exports io.tidings.sse.annotations;
}
