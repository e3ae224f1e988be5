package org.galileok12.roster;

import com.fasterxml.jackson.databind.JsonNode;
import org.galileok12.rules.Decision;

/** One of Clever's records with what the sharing rules say about it. */
record DecidedRecord(JsonNode record, Decision decision) {}
