package io.tidings.sse.jaxrs;

import org.junit.jupiter.api.Nested;

/** The contract on Grizzly. */
final class GrizzlyIT {

  @Nested
  final class Streams extends EventStreamContract {
    @Override
    TestServer.Starter container() {
      return GrizzlyServer::start;
    }
  }

  @Nested
  final class Resuming extends ResumeContract {
    @Override
    TestServer.Starter container() {
      return GrizzlyServer::start;
    }
  }

  @Nested
  final class Refusals extends RefusalContract {
    @Override
    TestServer.Starter container() {
      return GrizzlyServer::start;
    }
  }

  @Nested
  final class Endings extends EndingContract {
    @Override
    TestServer.Starter container() {
      return GrizzlyServer::start;
    }
  }

  @Nested
  final class Limits extends LimitContract {
    @Override
    TestServer.Starter container() {
      return GrizzlyServer::start;
    }
  }
}
