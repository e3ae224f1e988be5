package org.galileok12.sso;

/** Tells {@code routes/sso-pending.camel.yaml} how many logins may be pending and how long. Immutable. */
public final class PendingRules {

    private final SsoProperties sso;

    PendingRules(SsoProperties sso) {
        this.sso = sso;
    }

    /** Whether people sign in on this node. */
    public boolean isOn() {
        return sso.isOn();
    }

    /** How many logins of a browser may stay beside a new one. */
    public int others() {
        return sso.pendingPerBrowser() - 1;
    }

    /** How long a login can be finished. */
    public double seconds() {
        return sso.pendingTime().toMillis() / 1000.0;
    }
}
