package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Admission;
import io.tidings.sse.hub.GuardDecision;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.hub.SubscriptionRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides, before the resource method of one stream runs, whether a request becomes a stream. Only
 * an aborted request is safe from an application's own exception mappers.
 */
record AdmissionFilter(
    Door door, StreamDefinition stream, Route route, TopicRoles roles, String clientIdHeader)
    implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    Asked asked = Containers.canStream(request) ? bounded(ask(request)) : Containers.problem();
    if (asked instanceof Problem problem) {
      request.abortWith(problem.response());
    } else if (asked instanceof Asked.Topics topics) {
      long revocations = door.hub().revocations();
      Claims claims = Claims.of(request, clientIdHeader);
      TicketLogin.refusal(request, topics, claims)
          .ifPresentOrElse(request::abortWith, () -> decide(request, topics));
      if (revocations != door.hub().revocations()) {
        decideAgain(request, topics);
      }
    }
  }

  /** Somebody was barred while this was decided: whoever was let in is asked for once more. */
  private void decideAgain(ContainerRequestContext request, Asked.Topics topics) {
    if (!(decision(request, topics) instanceof GuardDecision.Allowed)) {
      SseExchange.abandon(request);
      request.abortWith(Refusal.forbidden());
    }
  }

  /** Roles and guards first: who may not read learns nothing of a topic's state. */
  private void decide(ContainerRequestContext request, Asked.Topics topics) {
    GuardDecision decision = decision(request, topics);
    if (decision instanceof GuardDecision.Allowed allowed) {
      admit(request, topics, allowed.until());
    } else if (decision instanceof GuardDecision.Unauthenticated refusal) {
      request.abortWith(Refusal.unauthenticated(request, refusal));
    } else {
      request.abortWith(Refusal.forbidden());
    }
  }

  private GuardDecision decision(ContainerRequestContext request, Asked.Topics topics) {
    return roles.admit(request.getSecurityContext(), topics)
        ? new GuardedRoute(door.hub(), stream).decide(request, topics)
        : GuardDecision.forbid();
  }

  private void admit(
      ContainerRequestContext request, Asked.Topics topics, @Nullable Instant until) {
    if (until == null) {
      admit(request, admission(request, topics));
      return;
    }
    Duration left = Duration.between(Instant.now(), until);
    if (left.isNegative() || left.isZero()) {
      request.abortWith(Refusal.unauthenticated(request, new GuardDecision.Unauthenticated(null)));
      return;
    }
    Admission admission = admission(request, topics);
    if (admission instanceof Admission.Granted granted) {
      granted.subscription().expireAfter(left);
    }
    admit(request, admission);
  }

  private Admission admission(ContainerRequestContext request, Asked.Topics topics) {
    Optional<Admission.Closing> closing = door.refusal(stream.retry());
    return closing.isPresent()
        ? closing.get()
        : door.hub().admit(subscription(request, topics), Visitor.of(request));
  }

  private Asked ask(ContainerRequestContext request) {
    try {
      return route.read(request.getUriInfo());
    } catch (IllegalArgumentException malformed) {
      return Problem.badRequest("malformed query", "the query must be percent-encoded UTF-8");
    }
  }

  /** Before guards are asked, or one request could ask thousands of them. */
  private Asked bounded(Asked asked) {
    int most = stream.limits().topicsPerConnection();
    boolean isTooMuch =
        most > 0
            && asked instanceof Asked.Topics topics
            && topics.topics().stream().distinct().count() > most;
    return isTooMuch ? Problem.tooManyTopics(most) : asked;
  }

  private SubscriptionRequest subscription(ContainerRequestContext request, Asked.Topics asked) {
    Claims claims = Claims.of(request, clientIdHeader);
    Principal principal = request.getSecurityContext().getUserPrincipal();
    return new SubscriptionRequest(
        stream,
        asked.streamPath(),
        asked.topics(),
        asked.labelled(),
        claims.lastEventId(),
        claims.clientId(),
        principal == null ? null : principal.getName());
  }

  private void grant(ContainerRequestContext request, Subscription subscription) {
    SseExchange.grant(request, door, subscription);
    if (!TicketLogin.redeem(request, subscription, Claims.of(request, clientIdHeader))) {
      SseExchange.abandon(request);
      request.abortWith(Refusal.forbidden());
    }
  }

  private void admit(ContainerRequestContext request, Admission admission) {
    if (admission instanceof Admission.Granted granted) {
      grant(request, granted.subscription());
    } else if (admission instanceof Admission.Finished) {
      request.abortWith(Response.noContent().header("Cache-Control", "no-store").build());
    } else if (admission instanceof Admission.TooManyTopics refused) {
      request.abortWith(Problem.tooManyTopics(refused.most()).response());
    } else if (admission instanceof Admission.Refused refused) {
      request.abortWith(ComeBackLater.because(refused).response(request));
    } else if (admission instanceof Admission.Closing closing) {
      request.abortWith(ComeBackLater.because(closing).response(request));
    }
  }
}
