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
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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
        checkDecimals(fields.number("of"), "/of", violations);
        if (reported && fields.has("of")) {
            violations.add(new Violation("/of", "belongs to a value; a reported figure has n"));
        }
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
        IndicatorKind kind = indicator.kind();
        if (fields.has("value") && !kind.fedByObservations()) {
            violations.add(new Violation("/value", "a " + kind + " takes no value"));
        }
        checkOf(fields, kind, violations);
        Scale scale = reportedOn(indicator);
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

    private static void checkOf(LooseFields fields, IndicatorKind kind, List<Violation> violations) {
        BigDecimal value = fields.number("value");
        BigDecimal of = fields.number("of");
        switch (kind) {
            case SHARE -> {
                if (fields.has("value") && !fields.has("of")) {
                    violations.add(new Violation("/of", "a SHARE says of how many"));
                }
                if (value != null && of != null && value.compareTo(of) > 0) {
                    violations.add(new Violation("/value", "is more than of"));
                }
            }
            case DURATION -> {
                if (of != null && (of.signum() <= 0 || of.stripTrailingZeros().scale() > 0)) {
                    violations.add(new Violation("/of", "is a number of times, from 1"));
                }
                checkSingle(fields, violations);
            }
            default -> {
                if (fields.has("of")) {
                    violations.add(new Violation("/of", "only a SHARE or a DURATION has it; this is a " + kind));
                }
            }
        }
    }

    /** One thing that took a time did so on a day. */
    private static void checkSingle(LooseFields fields, List<Violation> violations) {
        LocalDate from = fields.day("from");
        LocalDate to = fields.day("to");
        if (fields.has("value") && !fields.has("of") && from != null && to != null && !from.equals(to)) {
            violations.add(new Violation("/to", "a single time lies on one day; several say of how many"));
        }
    }

    /** Where a figure that others computed must lie; null for anywhere. */
    private static @Nullable Scale reportedOn(IndicatorEvent.Defined indicator) {
        return switch (indicator.kind()) {
            case MEAN, CES -> indicator.scale();
            case TOP_BOX, SHARE -> new Scale(BigDecimal.ZERO, HUNDRED);
            case NPS -> new Scale(HUNDRED.negate(), HUNDRED);
            case COUNT, SUM, DURATION, RATE_OF_CHANGE -> null;
        };
    }
}
