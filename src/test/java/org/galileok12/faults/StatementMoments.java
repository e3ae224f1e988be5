package org.galileok12.faults;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts the statements of a node's routes, and lets something happen just before the n-th. Before a run asks for its fence, the
 * transaction is told the epoch that this node believes in, for the {@link Witness}. Safe to share.
 */
final class StatementMoments implements InterceptStrategy {

    /** What happens; an exception of it takes the place of the statement's own. */
    interface Moment {
        void comes(String statement) throws SQLException;
    }

    private final AtomicInteger count = new AtomicInteger();
    private final Map<Integer, Moment> moments = new ConcurrentHashMap<>();

    /** Two on one number: the first comes, the second one statement later. */
    void before(int statement, Moment moment) {
        if (moments.putIfAbsent(statement, moment) != null) {
            before(statement + 1, moment);
        }
    }

    void reset() {
        moments.clear();
        count.set(0);
    }

    private static void tellEpoch(CamelContext context, Exchange exchange) {
        var statement = exchange.getVariable("statement", "", String.class);
        if (statement.endsWith("-fence.sql")) {
            var source = context.getRegistry().lookupByNameAndType("galileo", DataSource.class);
            try {
                new JdbcTemplate(source)
                        .queryForList(
                                "select set_config('witness.epoch', ?, true)",
                                exchange.getVariable("epoch", "", String.class));
            } catch (DataAccessException e) {
                // A lost connection; the statement itself meets that too.
                return;
            }
        }
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        if (!(definition instanceof ToDefinition to) || !to.getUri().startsWith("jdbc:galileo")) {
            return target;
        }
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                var moment = moments.remove(count.incrementAndGet());
                if (moment != null) {
                    try {
                        moment.comes(exchange.getVariable("statement", String.class));
                    } catch (SQLException e) {
                        exchange.setException(e);
                        callback.done(true);
                        return true;
                    }
                }
                tellEpoch(context, exchange);
                return super.process(exchange, callback);
            }
        };
    }
}
