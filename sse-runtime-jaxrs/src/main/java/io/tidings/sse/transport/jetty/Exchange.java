package io.tidings.sse.transport.jetty;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** A request and its response as Jetty's core knows them, below any servlets. */
record Exchange(Request request, Response response) {}
