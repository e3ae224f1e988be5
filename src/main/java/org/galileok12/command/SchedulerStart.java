package org.galileok12.command;

import org.apache.camel.Component;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.beans.factory.annotation.Value;

/**
 * Lets only {@code serve} start the Quartz scheduler. Camel would start it as soon as any route names a quartz endpoint,
 * and a command would join the cluster and take other nodes' work.
 */
@org.springframework.stereotype.Component
final class SchedulerStart implements ComponentCustomizer {

    private final boolean serve;

    SchedulerStart(@Value("${galileo.serve:false}") boolean serve) {
        this.serve = serve;
    }

    @Override
    public void configure(String name, Component target) {
        ((QuartzComponent) target).setAutoStartScheduler(serve);
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof QuartzComponent;
    }
}
