package org.galileok12.sso;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the product whose sessions to end. Whoever is not known is not active. Safe to share. */
public interface ActivePeople {

    /**
     * @param ids Clever ids or our ids of people
     * @param district Clever's id, to look in that one alone; null for all
     * @return id, active, roles (the highest first) for each id, in their order
     * @throws TooManyQuestions when others are being answered
     */
    ArrayNode of(List<String> ids, @Nullable String district);

    /**
     * @return until (from which to ask next time; some may then come twice, nobody is missed), people (id, cleverId, district) who
     *     were switched off since and are not back, districts from which nobody may be in; more, when there are so many that the
     *     others come by asking again with until: true if at once
     * @throws TooManyQuestions when others are being answered
     */
    ObjectNode leftSince(Instant since, @Nullable String district);
}
