package org.galileok12.roster;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.galileok12.rules.FieldRules;
import org.galileok12.rules.GradeMap;
import org.galileok12.rules.GuardRules;
import org.galileok12.rules.SharingRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The beans that routes call by name, and the rules they follow. */
@Configuration(proxyBeanMethods = false)
class RosterConfiguration {

    @Bean
    GradeMap gradeMap(@Value("${routes.dir}") Path routes) {
        return GradeMap.load(routes.resolve("rules/grades.yaml"));
    }

    @Bean
    FieldRules fieldRules(@Value("${routes.dir}") Path routes, GradeMap grades) {
        return FieldRules.load(routes.resolve("rules/fields.yaml"), grades);
    }

    @Bean
    SharingRules sharingRules(@Value("${routes.dir}") Path routes, GradeMap grades) {
        return SharingRules.load(routes.resolve("rules/sharing.yaml"), grades);
    }

    @Bean
    GuardRules guardRules(@Value("${routes.dir}") Path routes, GradeMap grades) {
        return GuardRules.load(routes.resolve("rules/guard.yaml"), grades);
    }

    @Bean
    Guard guard(GuardRules rules, Clock clock, @Value("${sync.time-zone}") ZoneId zone) {
        return new Guard(rules, clock, zone);
    }

    /** What {@code jdbc:galileo} uses: joins the transaction of the route. Boot, Flyway and Quartz stay on the pool. */
    @Bean(defaultCandidate = false)
    TransactionAwareDataSourceProxy galileo(DataSource pool) {
        return new TransactionAwareDataSourceProxy(pool);
    }

    @Bean
    Records records(FieldRules fields, SharingRules sharing) {
        return new Records(fields, sharing);
    }

    @Bean
    PageBatches pageBatch() {
        return new PageBatches();
    }

    @Bean
    Stage stage(FieldRules fields, DataSource pool, MeterRegistry meters) {
        return new Stage(fields, pool, meters);
    }

    @Bean
    PageLoop pageLoop(SharingRules sharing) {
        return new PageLoop(sharing);
    }

    @Bean
    Statements statements() {
        return new Statements();
    }

    @Bean
    Proofs proofs() {
        return new Proofs();
    }
}
