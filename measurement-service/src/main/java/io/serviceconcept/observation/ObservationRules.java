package io.serviceconcept.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.indicator.IndicatorKind;
import io.serviceconcept.intake.Ids;
import io.serviceconcept.intake.LooseFields;

/**
 * What an observation must keep to beyond its shape: the indicator it feeds and the calendar.
 *
 * @param indicators the organisation's indicators by id
 */
public record ObservationRules(Function<String, Optional<IndicatorEvent.Defined>> indicators, LocalDate today) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int DECIMALS = 6;

    /** All rules that are broken, as far as the JSON's shape lets them be checked. */
    List<Violation> violations(JsonNode json) {
        LooseFields fields = new LooseFields(json);
        List<Violation> violations = new ArrayList<>();
        checkDays(fields, violations);
        checkFigure(fields, violations);
        String id = fields.text("indicator");
        if (id != null && Ids.isId(id)) {
            indicators.apply(Ids.canonical(id)).ifPresentOrElse(indicator -> checkIndicator(fields, indicator, violations),
                    () -> violations.add(new Violation("/indicator", "is not a known indicator")));
        }
        return violations;
    }

    private void checkDays(LooseFields fields, List<Violation> violations) {
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
    }

    private static void checkFigure(LooseFields fields, List<Violation> violations) {
        boolean reported = fields.has("reported");
        if (fields.has("value") == reported) {
            violations.add(new Violation("", "either value or reported is needed"));
        }
        checkDecimals(fields.number("value"), "/value", violations);
        checkDecimals(fields.object("reported").number("value"), "/reported/value", violations);
        if (reported && Stream.of("channel", "group", "location").filter(fields::has).count() > 1) {
            violations.add(new Violation("/reported", "speaks of at most one of channel, group and location"));
        }
    }

    private static void checkDecimals(@Nullable BigDecimal value, String pointer,
            List<Violation> violations) {
        if (value != null && value.scale() > DECIMALS) {
            violations.add(new Violation(pointer, "has at most " + DECIMALS + " decimals"));
        }
    }

    private static void checkIndicator(LooseFields fields, IndicatorEvent.Defined indicator, List<Violation> violations) {
        if (fields.has("value") && indicator.kind() != IndicatorKind.COUNT) {
            violations.add(new Violation("/value", "only a COUNT takes a value; this is a " + indicator.kind()));
        }
        Scale scale = indicator.scale();
        BigDecimal reported = fields.object("reported").number("value");
        if (scale != null && reported != null && !scale.holds(reported)) {
            violations.add(new Violation("/reported/value", "is not on the scale from " + scale.min().toPlainString() + " to "
                    + scale.max().toPlainString()));
        }
        // what a place that nobody expects counts would never show in a complete total
        String location = fields.text("location");
        if (fields.has("value") && !indicator.locations().isEmpty()
                && (location == null || !indicator.locations().contains(location))) {
            violations.add(new Violation("/location", "is not one of the locations of this indicator"));
        }
    }
}
