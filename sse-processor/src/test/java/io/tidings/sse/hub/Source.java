package io.tidings.sse.hub;

import java.util.function.Function;

public interface Source<S, P> {
  P read(S sources, Function<String, String> variables) throws Exception;
}
