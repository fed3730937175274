package io.tidings.sse.transport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways out that a request has beside its event sink, the best first; a property of it. */
public record Candidates(List<Takeover> takeovers) {

  /** The name of the request's property. */
  public static final String PROPERTY = Candidates.class.getName();

  /** The name of the property that supplies the text of the peer's address. */
  public static final String PEER = PROPERTY + ".peer";

  private static final Candidates NONE = new Candidates(List.of());

  /**
   * Candidates that cannot change.
   *
   * @param takeovers the best first
   */
  public Candidates(List<Takeover> takeovers) {
    this.takeovers = List.copyOf(takeovers);
  }

  /**
   * What a request's property holds.
   *
   * @param property the value of the property, if there is any
   * @return the candidates, perhaps none
   */
  public static Candidates in(@Nullable Object property) {
    return property instanceof Candidates candidates ? candidates : NONE;
  }

  /**
   * The same candidates and a last one.
   *
   * @param last is asked after the others
   * @return new candidates
   */
  public Candidates and(Takeover last) {
    List<Takeover> more = new ArrayList<>(takeovers);
    more.add(last);
    return new Candidates(more);
  }
}
