package io.tidings.sse.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Keeps event streams unencoded when an application's own interceptor would encode every response:
 * the outer half, before every other interceptor, holds what they write at once, such as the header
 * of gzip; the inner half, behind them, sees whether one has set a content encoding and undoes it.
 */
final class EncodingGuard {

  private static final String PROPERTY = EncodingGuard.class.getName();

  private static final String INTERCEPTED = PROPERTY + ".intercepted";

  private EncodingGuard() {}

  /** Whether an interceptor writes the response that has begun, in whatever way it likes. */
  static boolean isIntercepted(ContainerRequestContext request) {
    return request.getProperty(INTERCEPTED) != null;
  }

  /** Stands before all interceptors. */
  static final class Outer implements WriterInterceptor {

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      if (StreamAnswer.in(context::getProperty) != null
          && MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(context.getMediaType())) {
        HeldStream held = new HeldStream(context.getOutputStream());
        context.setProperty(PROPERTY, held);
        context.setOutputStream(held);
      }
      context.proceed();
    }
  }

  /** Stands behind all interceptors. */
  static final class Inner implements WriterInterceptor {

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      if (context.getProperty(PROPERTY) instanceof HeldStream held) {
        boolean isEncoded = context.getHeaders().remove(HttpHeaders.CONTENT_ENCODING) != null;
        StreamAnswer answer = StreamAnswer.in(context::getProperty);
        boolean isGzip = answer != null && answer.isGzip();
        if (isGzip) { // not before, or an encoder would take it for an order
          context.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (isEncoded || context.getOutputStream() == held) {
          context.setOutputStream(held.behind());
        } else {
          held.release(); // the head leaves with it
          context.setProperty(INTERCEPTED, true);
        }
        if (isGzip) {
          context.setOutputStream(answer.lastByte().over(context.getOutputStream()));
        }
      }
      context.proceed();
    }
  }
}
