package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A service that takes every district on that authorises it. */
@TestPropertySource(properties = "sync.auto-accept=true")
class AutoAcceptTest extends OnboardingScenario {

    @Test
    void a_district_that_shares_and_is_in_order_is_scheduled_by_the_first_poll() {
        district.student("Amy Ng", district.school("North"));

        poll();

        assertThat(standing(district)).isEqualTo("scheduled");
        isDone("accepted", "Accepted by auto-accept on 20");
        isDone("dry-run", "SYNC_AUTO_ACCEPT is on");
        assertThat(decisions()).isEmpty();
        assertThat(districtSync.districtsToSync()).containsExactly(district.id());
    }

    @Test
    void what_a_district_has_to_do_is_not_waived() {
        district.school("North");

        poll();

        assertThat(standing(district)).isEqualTo("accepted");
        isOpen("sharing", "the district", "Shared: schools.");
    }

    @Test
    void who_was_declined_purged_or_is_not_ours_is_not_accepted() {
        var foreign = another("Foreign").tokensOf("another-application");
        var basic = another("Basic").basicScopesOnly();
        var empty = another("Empty");
        poll();
        districts.decline(empty.id(), null, BY);

        poll();

        assertThat(standing(empty)).isEqualTo("declined");
        assertThat(standing(basic)).isEqualTo("requested");
        assertThat(standing(foreign)).isEqualTo("requested");
        assertThat(districtSync.districtsToSync()).doesNotContain(empty.id(), foreign.id(), basic.id());
    }
}
