package org.galileok12.clever;

/** Clever answered 403 or 404 for the events: they are switched off for us, or it does not know the place that was asked for. */
public final class EventsUnavailable extends ContractBroken {

    private static final long serialVersionUID = 1L;

    EventsUnavailable(String message) {
        super(message);
    }
}
