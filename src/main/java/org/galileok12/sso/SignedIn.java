package org.galileok12.sso;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;

/**
 * Who is signed in, as the session remembers it: numbers and roles, no name. Whether the person still may is asked of the roster
 * each time.
 *
 * @param role the one acted in; the highest until another is chosen
 * @param roles all that may be chosen, the highest first
 */
public record SignedIn(int districtId, long personId, Role role, List<Role> roles) implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

    /** {@code districtId:personId}: by this name a publish ends the sessions of people who are gone. */
    @Override
    public String getName() {
        return districtId + ":" + personId;
    }
}
