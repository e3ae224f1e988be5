package org.galileok12.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A run of generated records of one kind, numbered from 0; some numbers may be vacant. Immutable. */
interface Segment {

    int kind();

    int size();

    default boolean exists(int index) {
        return true;
    }

    /** Writes the record as one JSON object, {@code older} without what API v3.1 added. */
    void write(JsonGenerator json, int index, boolean older) throws IOException;
}
