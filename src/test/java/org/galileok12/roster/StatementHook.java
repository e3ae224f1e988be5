package org.galileok12.roster;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Stands before every statement of a route: notes it, shows it to the test, and refuses it on demand. */
final class StatementHook implements InterceptStrategy {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> before = statement -> {};
    private volatile String refused = "";
    private volatile int refusals;

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        if (!(definition instanceof ToDefinition to) || !to.getUri().startsWith("jdbc:galileo")) {
            return target;
        }
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                try {
                    meet(exchange.getVariable("statement", String.class));
                } catch (SQLException e) {
                    exchange.setException(e);
                    callback.done(true);
                    return true;
                }
                return super.process(exchange, callback);
            }
        };
    }

    /** Refuses a statement, so many times. */
    void refuse(String statement, int times) {
        refused = statement;
        refusals = times;
    }

    void before(Consumer<String> look) {
        before = look;
    }

    void reset() {
        seen.clear();
        before = statement -> {};
        refuse("", 0);
    }

    /** The statements that were about to run, in their order. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    private void meet(String statement) throws SQLException {
        seen.add(statement);
        before.accept(statement);
        if (statement.equals(refused) && refusals-- > 0) {
            throw new SQLException("Refused by the test.", "XX000");
        }
    }
}
