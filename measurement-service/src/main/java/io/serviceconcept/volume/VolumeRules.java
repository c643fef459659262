package io.serviceconcept.volume;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.intake.LooseFields;

/** What volumes must keep to beyond their shape. */
record VolumeRules(LocalDate today) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** All rules that are broken, as far as the JSON's shape lets them be checked. */
    List<Violation> violations(JsonNode json) {
        LooseFields fields = new LooseFields(json);
        List<Violation> violations = new ArrayList<>();
        LocalDate from = fields.day("from");
        LocalDate to = fields.day("to");
        if (from != null && from.isBefore(EARLIEST)) {
            violations.add(new Violation("/from", "lies before " + EARLIEST));
        }
        if (to != null && to.isAfter(today)) {
            violations.add(new Violation("/to", "lies in the future"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            violations.add(new Violation("/to", "lies before from"));
        }
        violations.addAll(ofFigures(json));
        return violations;
    }

    /** The same of the figures alone. */
    static List<Violation> ofFigures(JsonNode json) {
        LooseFields fields = new LooseFields(json);
        List<Violation> violations = new ArrayList<>();
        if (!fields.has("customers") && !fields.has("offered")) {
            violations.add(new Violation("", "customers or offered is needed"));
        }
        checkOrder(fields, "offered", "customers", violations);
        checkOrder(fields, "answered", "offered", violations);
        return violations;
    }

    private static void checkOrder(LooseFields fields, String fewer, String more, List<Violation> violations) {
        BigDecimal some = fields.number(fewer);
        BigDecimal all = fields.number(more);
        if (some != null && all != null && some.compareTo(all) > 0) {
            violations.add(new Violation("/" + fewer, "is more than " + more));
        }
    }
}
