/**
 * The annotation processor of Tidings: reads an annotated interface, writes both ends of the wire.
 */
module io.tidings.sse.processor {
  requires com.palantir.javapoet;
  requires io.tidings.sse.annotations;
  requires java.compiler;
  requires static com.google.auto.service;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      io.tidings.sse.processor.SseProcessor,
      io.tidings.sse.processor.SseIndexProcessor;
}
