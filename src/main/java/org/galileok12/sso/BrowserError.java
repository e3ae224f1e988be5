package org.galileok12.sso;

/** Decides what Clever's {@code error=} in the browser means. Anybody can write it there, so it only words a refusal. */
final class BrowserError {

    private BrowserError() {}

    /** @param isAnswer whether it came with a state of ours; without one, Clever was opened by a link or its portal */
    static Reason reason(String error, boolean isAnswer) {
        return switch (error) {
            case "access_denied" -> Reason.CANCELLED;
            case "unauthorized-user", "unauthorized_user", "unauthorized_client" -> Reason.NOT_AUTHORIZED;
            case "server_error", "temporarily_unavailable" -> Reason.CLEVER_DOWN;
            default -> isAnswer ? Reason.PROVIDER_ERROR : Reason.NOT_AUTHORIZED;
        };
    }
}
