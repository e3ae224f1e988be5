package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a staged table: where its value is looked for, and what becomes of it. Immutable.
 *
 * @param sources the first that holds something wins
 * @param kept false: always null, the record is not even looked at
 * @param required nothing there rejects the record
 * @param dropsBad a malformed value becomes null instead of rejecting the record
 */
record Column(String name, List<Source> sources, ValueType type, boolean kept, boolean required, boolean dropsBad) {

    @Nullable String read(JsonNode record, JsonNode base, Reading reading) {
        if (!kept) {
            return null;
        }
        for (var i = 0; i < sources.size(); i++) {
            var source = sources.get(i);
            var value = source.find(record, base);
            if (Source.present(value)) {
                reading.at(source, dropsBad);
                var text = type.read(value, reading);
                if (text != null) {
                    return text;
                }
            } else if (value.isMissingNode()) {
                refuseBlocked(source.blockedBy(record, base), reading);
            }
        }
        if (required) {
            throw reading.missing(sources.get(0));
        }
        return null;
    }

    private void refuseBlocked(@Nullable Source by, Reading reading) {
        if (by != null) {
            reading.at(by, dropsBad);
            reading.bad(BadRecord.WRONG_TYPE);
        }
    }
}
