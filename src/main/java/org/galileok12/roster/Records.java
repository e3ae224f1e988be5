package org.galileok12.roster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.apache.camel.Exchange;
import org.galileok12.rules.BadRecord;
import org.galileok12.rules.FieldRules;
import org.galileok12.rules.SharingRules;

/**
 * The steps of one record, as the routes call them: decide by the sharing rules, transform into rows. Safe to share.
 */
public final class Records {

    private static final Set<String> ROLES = Set.of("student", "teacher", "staff", "district_admin", "contact");

    private final FieldRules fields;
    private final SharingRules sharing;

    Records(FieldRules fields, SharingRules sharing) {
        this.fields = fields;
        this.sharing = sharing;
    }

    /** In: body = JsonNode of a record, variable walk. Out: body = the record with its decision, variable shared. */
    public void decide(Exchange exchange) {
        var walk = Walks.of(exchange);
        var record = (JsonNode) exchange.getMessage().getBody();
        var decision = walk.sharing().decide(walk.collection(), record, walk.matches());
        exchange.getMessage().setBody(new DecidedRecord(record, decision));
        exchange.setVariable("shared", decision.staged());
    }

    /** In: body = record with its decision, variable walk. Out: body = the rows, or the reason why there are none. */
    public void rows(Exchange exchange) {
        var decided = (DecidedRecord) exchange.getMessage().getBody();
        exchange.getMessage().setBody(staged(Walks.of(exchange), decided));
    }

    private Object staged(CollectionWalk walk, DecidedRecord decided) {
        try {
            var rows = fields.rows(
                    walk.district(),
                    walk.collection(),
                    decided.record(),
                    decided.decision().withoutRoles());
            return new StagedRecord(rows, decided.decision(), unknownRoles(decided.record()));
        } catch (BadRecord bad) {
            return new RejectedRecord(bad.cleverId(), bad.rule(), bad.pointer());
        }
    }

    /** Whether the district has a rule that takes something away. In: variable district. */
    public boolean narrows(Exchange exchange) {
        return sharing.forDistrict(exchange.getVariable("district", String.class))
                .narrows();
    }

    /** Clever ids of the sections that the district includes by name, comma-separated. In: variable district. */
    public String includedSections(Exchange exchange) {
        return String.join(
                ",",
                sharing.forDistrict(exchange.getVariable("district", String.class))
                        .includedSections());
    }

    private static boolean unknownRoles(JsonNode record) {
        for (var names = record.path("roles").fieldNames(); names.hasNext(); ) {
            if (!ROLES.contains(names.next())) {
                return true;
            }
        }
        return false;
    }
}
