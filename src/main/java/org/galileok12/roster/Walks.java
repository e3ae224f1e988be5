package org.galileok12.roster;

import java.util.Objects;
import org.apache.camel.Exchange;

/** Finds the walk that an exchange belongs to. */
final class Walks {

    private Walks() {}

    static CollectionWalk of(Exchange exchange) {
        return Objects.requireNonNull(
                exchange.getVariable("walk", CollectionWalk.class), "variable walk is set by route walk-collection");
    }
}
