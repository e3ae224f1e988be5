package org.galileok12.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

/** A node that stops lets others have the firings. */
class DistrictSchedulerTest {

    @Test
    void f61_a_node_that_stops_takes_no_firing_any_more_and_the_end_of_another_context_is_nothing_to_it()
            throws Exception {
        var own = new StaticApplicationContext();
        try (var districts = DistrictScheduler.of(new Properties(), null, 2)) {
            var listener = new ScheduleConfiguration().noFiringWhileStopping(districts, own);
            districts.scheduler().start();

            listener.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
            assertThat(districts.scheduler().isInStandbyMode()).isFalse();

            listener.onApplicationEvent(new ContextClosedEvent(own));
            assertThat(districts.scheduler().isInStandbyMode()).isTrue();
        }
    }
}
