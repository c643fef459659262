package io.serviceconcept.indicator;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;

/** The rules of an indicator. */
final class IndicatorDecider implements Decider<IndicatorCommand, Indicator, IndicatorEvent, IndicatorRejection> {

    @Override
    public Indicator initial() {
        return new Indicator.Undefined();
    }

    @Override
    public Decision<IndicatorEvent, IndicatorRejection> decide(IndicatorCommand command, Indicator state) {
        return switch (command) {
            case IndicatorCommand.Define define -> switch (state) {
                case Indicator.Undefined undefined -> Decision.accepted(define.definition());
                case Indicator.Defined defined -> Decision.rejected(new IndicatorRejection.AlreadyDefined());
            };
        };
    }

    @Override
    public Indicator evolve(Indicator state, IndicatorEvent event) {
        return switch (event) {
            case IndicatorEvent.Defined definition when state instanceof Indicator.Undefined undefined ->
                undefined.define(definition);
            case IndicatorEvent.Defined definition -> throw new IllegalStateException("defined twice");
        };
    }
}
