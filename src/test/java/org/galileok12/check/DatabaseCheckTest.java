package org.galileok12.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseCheckTest {

    @Test
    void a_database_before_16_is_too_old() {
        assertThat(DatabaseCheck.tooOld(15, "15.9"))
                .hasValue("The database is PostgreSQL 15.9. PostgreSQL 16 or newer is needed.");
        assertThat(DatabaseCheck.tooOld(16, "16.0")).isEmpty();
    }

    @Test
    void the_password_is_in_no_sentence() {
        var check = new DatabaseCheck("jdbc:postgresql://localhost:1/no?password=hidden", "somebody", "hidden");

        assertThat(check.problem())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("The database localhost:1/no cannot be reached.")
                        .doesNotContain("hidden"));
    }
}
