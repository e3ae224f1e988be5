package org.galileok12.clever;

import java.time.Instant;
import java.util.List;

/**
 * A district that has given us a token; the token itself is not here.
 *
 * @param district Clever's id of the district
 * @param scopes what the newest token permits, in Clever's words
 * @param rostering whether these scopes let us read a roster (Secure Sync)
 * @param created when the newest token was made; {@link Instant#MIN} when Clever does not say
 */
public record AuthorisedDistrict(String district, List<String> scopes, boolean rostering, Instant created) {

    public AuthorisedDistrict {
        scopes = List.copyOf(scopes);
    }
}
