package org.galileok12.run;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.galileok12.rules.SharingRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that routes call by name. */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Runs runs(Clock clock, SharingRules sharing, MeterRegistry meters) {
        return new Runs(clock, sharing, new RunLog(meters));
    }

    @Bean
    OtherRuns otherRuns() {
        return new OtherRuns();
    }

    @Bean
    Endings endings(Clock clock, MeterRegistry meters, @Value("${sync.park-limit}") Duration parkLimit) {
        return new Endings(clock, new RunLog(meters), parkLimit);
    }

    @Bean
    RoutesHash routesHash(@Value("${routes.dir}") Path routes) {
        return new RoutesHash(routes);
    }

    /** Runs that this node goes on with; what finds no free thread is not claimed, for another node to have it. */
    @Bean(destroyMethod = "shutdown", defaultCandidate = false)
    ExecutorService resumePool(@Value("${sync.resumes-at-once}") int runs) {
        return atMost(runs);
    }

    /** The same for runs that waited for Clever: as many as the schedule may begin. */
    @Bean(destroyMethod = "shutdown", defaultCandidate = false)
    ExecutorService parkedPool(@Value("${sync.districts-at-once}") int runs) {
        return atMost(runs);
    }

    private static ExecutorService atMost(int runs) {
        return new ThreadPoolExecutor(
                0, runs, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), new ThreadPoolExecutor.DiscardPolicy());
    }

    @Bean
    Reports reports(MeterRegistry meters) {
        return new Reports(meters);
    }

    @Bean
    GradeReports gradeReports() {
        return new GradeReports();
    }

    @Bean
    GuardReports guardReports() {
        return new GuardReports();
    }

    @Bean
    Approvals approvals() {
        return new Approvals();
    }

    @Bean
    CamelDistrictSync districtSync(ProducerTemplate camel) {
        return new CamelDistrictSync(camel);
    }

    @Bean
    HeldPlans heldPlans(ProducerTemplate camel, CamelDistrictSync sync) {
        return new CamelHeldPlans(camel, sync);
    }

    @Bean
    CamelDecisions camelDecisions(ProducerTemplate camel) {
        return new CamelDecisions(camel);
    }

    @Bean
    Decisions decisions() {
        return new Decisions();
    }

    @Bean
    RollbackSteps rollbackSteps(Clock clock) {
        return new RollbackSteps(clock);
    }

    @Bean
    HoldSteps holdSteps() {
        return new HoldSteps();
    }

    @Bean
    Stories stories(@Value("${sync.time-zone}") ZoneId zone) {
        return new Stories(zone);
    }

    @Bean
    Reasons reasons() {
        return new Reasons();
    }

    @Bean
    ClassRosters classRosters(@Value("${sync.time-zone}") ZoneId zone) {
        return new ClassRosters(zone);
    }

    @Bean
    Histories histories(ProducerTemplate camel, Clock clock, @Value("${sync.time-zone}") ZoneId zone) {
        return new CamelHistories(new Questions(camel), clock, zone);
    }

    /** @param days blank when districts that have left are kept for ever */
    @Bean
    Forgetting forgetting(@Value("${sync.retention-days}") String days) {
        return new Forgetting(days.isBlank() ? null : Integer.valueOf(days.strip()));
    }

    @Bean
    Retention retention(ProducerTemplate camel) {
        return new CamelRetention(new Questions(camel));
    }
}
