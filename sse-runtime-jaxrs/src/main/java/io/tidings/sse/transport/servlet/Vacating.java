package io.tidings.sse.transport.servlet;

import io.tidings.sse.transport.Occupancy;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Has a container wait, at the end of a request, for the thread that is still in its response. */
record Vacating(Occupancy occupancy) implements AsyncListener {

  @Override
  public void onComplete(AsyncEvent event) {
    occupancy.vacate();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    occupancy.vacate();
  }

  @Override
  public void onError(AsyncEvent event) {
    occupancy.vacate();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Only a dispatch would start it again, and nobody dispatches a stream.
  }
}
