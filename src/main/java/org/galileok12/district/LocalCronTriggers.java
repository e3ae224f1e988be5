package org.galileok12.district;

import java.time.ZoneId;
import org.quartz.impl.jdbcjobstore.SimplePropertiesTriggerPersistenceDelegateSupport;
import org.quartz.impl.jdbcjobstore.SimplePropertiesTriggerProperties;
import org.quartz.spi.OperableTrigger;

/** Keeps a {@link LocalCronTrigger} in {@code sync.qrtz_simprop_triggers}: cron and time zone as text. Made by Quartz, by name. */
public final class LocalCronTriggers extends SimplePropertiesTriggerPersistenceDelegateSupport {

    private static final String TYPE = "LOCAL";

    @Override
    public boolean canHandleTriggerType(OperableTrigger trigger) {
        return trigger instanceof LocalCronTrigger;
    }

    @Override
    public String getHandledTriggerTypeDiscriminator() {
        return TYPE;
    }

    @Override
    protected SimplePropertiesTriggerProperties getTriggerProperties(OperableTrigger trigger) {
        var cron = (LocalCronTrigger) trigger;
        var properties = new SimplePropertiesTriggerProperties();
        properties.setString1(cron.getCronExpression());
        properties.setString2(cron.getTimeZone().getID());
        return properties;
    }

    @Override
    protected TriggerPropertyBundle getTriggerPropertyBundle(SimplePropertiesTriggerProperties properties) {
        return new TriggerPropertyBundle(
                LocalCronTrigger.schedule(properties.getString1(), ZoneId.of(properties.getString2())), null, null);
    }
}
