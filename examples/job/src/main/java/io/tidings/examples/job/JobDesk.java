package io.tidings.examples.job;

import io.tidings.sse.hub.Hub;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Takes jobs by POST and runs each on a thread of its own. */
@Path("start")
public final class JobDesk {

  private static final String[] STEPS = {"reading", "sorting", "checking", "writing"};
  private static final int PAUSE_MILLIS = 40;

  private final JobsPublisher jobs;

  /** Publishes to this hub. */
  @Inject
  public JobDesk(Hub hub) {
    this.jobs = new JobsPublisher(hub);
  }

  /** Starts a job and says its id, which is its topic. */
  @POST
  @Produces(MediaType.TEXT_PLAIN)
  public String start() {
    String id = UUID.randomUUID().toString();
    jobs.progress(id, new Progress(0, "waiting"));
    Thread worker = new Thread(() -> run(id), "job-" + id);
    worker.setDaemon(true);
    worker.start();
    return id;
  }

  // tag::job-run[]
  private void run(String id) {
    for (int percent = 1; percent <= 100; percent++) {
      work();
      jobs.progress(id, new Progress(percent, STEPS[Math.min(percent / 25, 3)]));
    }
    jobs.topic(new JobsTopic.Runs(id)).complete();
  }

  // end::job-run[]

  /** What a real job would do. */
  private static void work() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
