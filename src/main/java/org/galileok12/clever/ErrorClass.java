package org.galileok12.clever;

/** Says what kind of trouble ended a call or a run, and so what should happen next. */
public enum ErrorClass {
    /** Clever asked us to slow down for longer than we are willing to wait. Later works. */
    THROTTLED,
    /** Clever or the network failed. Later works. */
    TRANSIENT,
    /** Clever does not accept our credentials for this district. Somebody has to act. */
    AUTH,
    /** Clever answered something that its documents do not describe. Somebody has to look. */
    CONTRACT,
    /** The district's records are not usable. */
    DATA,
    /** The fault is on our side: database, files, a bug. */
    LOCAL
}
