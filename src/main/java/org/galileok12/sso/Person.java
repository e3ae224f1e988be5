package org.galileok12.sso;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hand-off tells the product, and the greeting the browser.
 *
 * @param district Clever's id of the district
 * @param displayName only for a page; never in a token, log or address
 * @param roles active and allowed ones, the highest first
 * @param grade a student's level as the product writes it ({@code 6+}), null for others and where it has none
 * @param gradeMin and {@code gradeMax}: the levels that it stands for
 */
public record Person(
        long id,
        String cleverId,
        int districtId,
        String district,
        String displayName,
        List<Role> roles,
        @Nullable String grade,
        @Nullable Integer gradeMin,
        @Nullable Integer gradeMax) {

    /** Without the name. */
    @Override
    public String toString() {
        return "person " + districtId + ":" + id;
    }
}
