package org.galileok12.sso;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.galileok12.run.RunRefused;
import org.jspecify.annotations.Nullable;

/** Lets the people of a district sign in from Clever, or no longer. Every decision is kept with who and when. Safe to share. */
public interface SsoSwitch {

    /**
     * @param district Clever's id
     * @param roles exactly those that may sign in, at least one; null leaves them as they are, at first all
     * @param respectLaunchDate whether Clever's launch date keeps people out until it has come; null leaves it as it is, at first no
     * @return district, on, roles, respectLaunchDate, launchDate, sessionsEnded
     * @throws RunRefused when nothing is published yet, or the district was disconnected; for one {@link org.galileok12.run.NeverSeen}
     */
    ObjectNode on(String district, @Nullable Set<Role> roles, @Nullable Boolean respectLaunchDate, String by);

    /** Ends all sessions of the district too. Returns as {@link #on} does. */
    ObjectNode off(String district, String by);

    /**
     * @return district, on, roles, respectLaunchDate, launchDate, published, disconnectedAt
     * @throws org.galileok12.run.NeverSeen for a district that was never synchronised
     */
    ObjectNode show(String district);
}
