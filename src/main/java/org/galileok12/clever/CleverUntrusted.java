package org.galileok12.clever;

/** Whoever answered in Clever's name has no certificate that we trust; nothing was sent. */
public final class CleverUntrusted extends ContractBroken {

    private static final long serialVersionUID = 1L;

    CleverUntrusted(String message) {
        super(message);
    }
}
