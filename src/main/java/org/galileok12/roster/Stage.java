package org.galileok12.roster;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.galileok12.rules.FieldRules;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Puts rows into schema stage by COPY, inside the transaction of the route that calls, and keeps their checkpoint in step.
 * Safe to share.
 */
public final class Stage {

    private static final Map<String, String> OWN_COLUMNS = Map.of(
            "school", "only_if, ",
            "person", "only_if, kind, unknown_roles, ",
            "filtered", "collection, clever_id, rule",
            "rejected", "collection, clever_id, rule, pointer");

    private final FieldRules fields;
    private final DataSource pool;
    private final MeterRegistry meters;

    Stage(FieldRules fields, DataSource pool, MeterRegistry meters) {
        this.fields = fields;
        this.pool = pool;
        this.meters = meters;
    }

    /** Stages the district's own row. In: variables district, districtId, districtRecord. */
    public void district(Exchange exchange) throws SQLException {
        var record = variable(exchange, "districtRecord", JsonNode.class);
        var rows = fields.rows(variable(exchange, "district", String.class), "districts", record);
        var text = new CopyText();
        for (var row : rows.rows()) {
            text.value(variable(exchange, "districtId", Integer.class).toString())
                    .value("1");
            for (String value : row.values()) {
                text.value(value);
            }
            text.endRow();
        }
        copy("district", text, exchange);
    }

    /** The ids of a page that is read for its ids alone. In: body = the page's records. */
    public PageBatch ids(Exchange exchange) {
        var batch = new PageBatch(Walks.of(exchange));
        for (Object record : exchange.getMessage().getBody(List.class)) {
            var id = ((JsonNode) record).path("id");
            if (id.isTextual() && !id.textValue().isBlank()) {
                batch.reread(id.textValue());
            }
        }
        return batch.end();
    }

    /**
     * Whether this page has not been staged yet; refuses a page whose predecessors are gone. In: body = rows of
     * find-checkpoint.sql, variable batch.
     */
    public boolean isNew(Exchange exchange) {
        var checkpoints = exchange.getMessage().getBody(List.class);
        var staged = checkpoints.isEmpty() ? 0 : SqlRow.number((Map<?, ?>) checkpoints.get(0), "pages");
        var page = batch(exchange).page();
        if (staged < page - 1) {
            // Unlogged tables are empty after a crash; going on would make what follows look like the whole collection.
            throw RosterTrouble.local("The stage has lost %s of %s pages of %s: the database has crashed in mid-run."
                            .formatted(
                                    page - 1 - staged,
                                    page - 1,
                                    batch(exchange).walk().collection())
                    + " Start the run again.");
        }
        return staged < page;
    }

    /** Copies all rows of the variable batch. */
    public void copy(Exchange exchange) throws SQLException {
        for (var table : batch(exchange).tables().entrySet()) {
            copy(table.getKey(), table.getValue(), exchange);
        }
    }

    /** The parameters of save-checkpoint.sql but nextUri. In: variable batch. */
    public void headersOfCheckpoint(Exchange exchange) {
        var batch = batch(exchange);
        var message = exchange.getMessage();
        message.setHeader("collection", batch.walk().collection());
        message.setHeader("page", batch.page());
        message.setHeader("fetched", batch.fetched());
        message.setHeader("staged", batch.staged());
        message.setHeader("filtered", batch.filtered());
        message.setHeader("rejected", batch.rejected());
        message.setHeader("unreadable", batch.unreadable());
        message.setHeader("notAscending", batch.notAscending());
        message.setHeader("nulsRemoved", batch.nulsRemoved());
        message.setHeader("unknownValues", batch.unknownValues());
        message.setHeader("valuesDropped", batch.valuesDropped());
        message.setHeader("lastId", batch.walk().greatestId());
    }

    /** Refuses a page that another try of it has staged while this one was at it. In: update count of save-checkpoint.sql. */
    public void refuseTwice(Exchange exchange) {
        var batch = batch(exchange);
        if (exchange.getMessage().getHeader("CamelJdbcUpdateCount", 0, Integer.class) == 0) {
            throw new ConcurrencyFailureException(
                    "Page " + batch.page() + " of " + batch.walk().collection() + " has been staged by another try.");
        }
        count(batch, "staged", batch.staged());
        count(batch, "filtered", batch.filtered());
        count(batch, "quarantined", batch.rejected());
    }

    private void count(PageBatch batch, String outcome, int records) {
        meters.counter("galileo.records", "collection", batch.walk().collection(), "outcome", outcome)
                .increment(records);
    }

    private void copy(String table, CopyText text, Exchange exchange) throws SQLException {
        var connection = DataSourceUtils.getConnection(pool);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy stage." + table + " (" + columns(table) + ") from stdin",
                            new ByteArrayInputStream(text.toByteArray()));
        } catch (SQLException e) {
            throw new StatementRefused("the copy into stage." + table, e);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed.", impossible);
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }

    private String columns(String table) {
        if (table.equals("reread")) {
            return "district_id, collection, clever_id";
        }
        if (table.equals("rule_match")) {
            return "district_id, rule_value";
        }
        var own = OWN_COLUMNS.getOrDefault(table, "");
        var read = fields.columns().get(table);
        return "district_id, seq, " + own + (read == null ? "" : String.join(", ", read));
    }

    private static PageBatch batch(Exchange exchange) {
        return variable(exchange, "batch", PageBatch.class);
    }

    static <T> T variable(Exchange exchange, String name, Class<T> type) {
        @Nullable T value = exchange.getVariable(name, type);
        return Objects.requireNonNull(
                value, () -> "variable " + name + " is not set: see the head of the route's file");
    }
}
