package io.tidings.sse.jaxrs;

import org.junit.jupiter.api.Nested;

/** Hand-written resources on every kind of container. */
final class ConnectionIT {

  @Nested
  final class OnGrizzly extends ConnectionContract {
    @Override
    TestServer.Starter container() {
      return KitServers::grizzly;
    }
  }

  @Nested
  final class OnJetty extends ConnectionContract {
    @Override
    TestServer.Starter container() {
      return KitServers::jettyEe11;
    }
  }

  @Nested
  final class OnTomcat extends ConnectionContract {
    @Override
    TestServer.Starter container() {
      return KitServers::tomcat;
    }
  }

  @Nested
  final class OnUndertow extends ConnectionContract {
    @Override
    TestServer.Starter container() {
      return KitServers::undertow;
    }
  }
}
