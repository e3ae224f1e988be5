package org.galileok12.command;

import java.io.PrintWriter;
import java.util.List;

/** Prints rows of cells in columns: names to the left, counts to the right. */
final class TextTable {

    private TextTable() {}

    /**
     * @param rows all of the same length
     * @param names so many first columns are names
     */
    static void print(PrintWriter out, List<List<String>> rows, int names) {
        var widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                var padding = " ".repeat(widths[i] - row.get(i).length());
                line.append("  ").append(i < names ? row.get(i) + padding : padding + row.get(i));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
