package org.galileok12.sso;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import org.apache.camel.ProducerTemplate;
import org.galileok12.run.Questions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that routes about admission call by name; there in every service, whether people sign in to it or not. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    @Bean
    SignIns signIns(Clock clock, @Value("${sync.time-zone}") ZoneId zone, MeterRegistry meters) {
        return new SignIns(clock, zone, meters);
    }

    @Bean
    Admission admission(
            ProducerTemplate camel,
            SignIns signIns,
            @Value("${galileo.sso.attempt-rows-a-second:50}") int rowsASecond) {
        return new CamelAdmission(camel, signIns, new RowLimit(rowsASecond, System::nanoTime));
    }

    @Bean
    SwitchSteps switchSteps() {
        return new SwitchSteps();
    }

    @Bean
    SsoSwitch ssoSwitch(ProducerTemplate camel) {
        return new CamelSsoSwitch(new Questions(camel));
    }

    @Bean
    Activity activity(Clock clock, @Value("${sync.time-zone}") ZoneId zone) {
        return new Activity(clock, zone);
    }

    @Bean
    ActivePeople activePeople(ProducerTemplate camel, @Value("${galileo.sso.questions-at-once:3}") int atOnce) {
        return new CamelActivePeople(new Questions(camel), atOnce);
    }
}
