package io.tidings.examples.orders;

/**
 * An order.
 *
 * @param id its number
 * @param what what was ordered
 * @param state where it is
 */
public record Order(int id, String what, State state) {

  /** Where an order can be. */
  public enum State {
    /** It was paid. */
    PAID,
    /** It is in a parcel. */
    PACKED,
    /** It is on a truck. */
    SHIPPED,
    /** The customer has it. */
    DELIVERED;

    State next() {
      return switch (this) {
        case PAID -> PACKED;
        case PACKED -> SHIPPED;
        case SHIPPED, DELIVERED -> DELIVERED;
      };
    }
  }

  Order moved() {
    return new Order(id, what, state.next());
  }
}
