package org.galileok12.sso;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * Who is signed in, as the session remembers it: numbers and roles, no name. Whether the person still may is asked of the roster
 * each time.
 *
 * @param role the one acted in; the highest until another is chosen
 * @param roles all that may be chosen, the highest first
 */
public record SignedIn(int districtId, long personId, Role role, List<Role> roles) implements Principal, OAuth2User {

    public SignedIn {
        roles = List.copyOf(roles);
    }

    /** {@code districtId:personId}: by this name a publish ends the sessions of people who are gone. */
    @Override
    public String getName() {
        return districtId + ":" + personId;
    }

    /** Nothing of what Clever said is kept. */
    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }
}
