package org.galileok12.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Times stage, plan and publish without Clever: the stage of a real walk is written to files once, and copied back into the
 * stage of a run whose other steps are the service's own routes.
 */
final class DatabaseAlone {

    private final Product product;
    private final Connection connection;

    DatabaseAlone(Product product, Connection connection) {
        this.product = product;
        this.connection = connection;
    }

    /** Empties the roster. */
    void measure(Figures figures) throws SQLException, IOException {
        var walked = product.exchange();
        product.step(walked, "clever-token");
        product.step(walked, "district-gate");
        product.step(walked, "walk-district");
        var stage = Rows.of(connection, Rows.tablesOf(connection, "stage"));
        var checkpoints = Rows.of(connection, java.util.List.of("sync.run_collection"));
        product.step(walked, "finish-run");
        execute("truncate " + String.join(", ", Rows.tablesOf(connection, "galileo")) + ", sync.journal");
        figures.databaseFirst = seconds(stage, checkpoints);
        figures.databaseUnchanged = seconds(stage, checkpoints);
        stage.delete();
        checkpoints.delete();
    }

    private double seconds(Rows stage, Rows checkpoints) throws SQLException, IOException {
        execute("checkpoint");
        var exchange = product.exchange();
        var runId = exchange.getVariable("runId", Long.class);
        var start = System.nanoTime();
        stage.copyBack(connection);
        checkpoints.copyBack(connection);
        execute("update sync.run_collection set run_id = " + runId);
        product.step(exchange, "prove-complete");
        product.step(exchange, "plan");
        product.step(exchange, "publish");
        var seconds = (System.nanoTime() - start) / 1e9;
        product.step(exchange, "finish-run");
        return seconds;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
