package org.galileok12.roster;

import org.galileok12.rules.Decision;
import org.galileok12.rules.RecordRows;

/** The rows of one record, and the rule that may still take it away. */
record StagedRecord(RecordRows rows, Decision decision, boolean unknownRoles) {}
