package org.galileok12.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clever does not let us read, all or something: that is never read as "nobody is there". */
class RefusedRunTest extends FaultScenario {

    @Test
    void f10_a_401_at_the_first_page_reads_the_token_once_more_and_then_fails_the_run() {
        var leaver = publishedClass(12);
        CLEVER.forgetRequests();
        var refused = CLEVER.onPage("districts", 1).answer(401).always();

        syncFails("AUTH");

        assertThat(CLEVER.requests("tokens")).hasSize(2);
        assertThat(CLEVER.requests("users")).isEmpty();
        refused.times(0);
        syncTakesOut(leaver);
    }

    @Test
    void f11_a_token_revoked_in_mid_run_fails_the_run_and_nobody_is_deactivated() {
        var leaver = publishedClass(12);
        CLEVER.onPage("users", 2).before(district::disconnect);

        syncFails("AUTH");

        assertThat(isActive(leaver)).isTrue();
        district.authorise();
        syncTakesOut(leaver);
    }

    @Test
    void f11_a_token_replaced_in_mid_run_is_read_anew_by_all_collections_and_the_run_goes_on() {
        var leaver = publishedClass(12);
        CLEVER.onPage("users", 2).before(district::rotateToken);

        syncTakesOut(leaver);
    }

    @ParameterizedTest
    @CsvSource({"users, 403", "users, 404", "sections, 403", "schools, 404", "terms, 403"})
    void f13_a_collection_that_is_not_shared_any_more_deactivates_nothing(String collection, int status) {
        var leaver = publishedClass(12);
        var unshared = CLEVER.onPage(collection, 1).answer(status).always();

        assertThat(syncFails("CONTRACT").reason()).contains(collection).contains("does not share this collection");

        unshared.times(0);
        syncTakesOut(leaver);
    }
}
