package io.serviceconcept.indicator;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;

/** The rules of an indicator: what was counted by one version of its definition can be counted by every other. */
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
            case IndicatorCommand.Redefine redefine -> switch (state) {
                case Indicator.Undefined undefined -> Decision.rejected(new IndicatorRejection.NotDefined());
                case Indicator.Defined defined -> redefine(redefine.definition(), defined.definition());
            };
        };
    }

    private static Decision<IndicatorEvent, IndicatorRejection> redefine(IndicatorEvent.Defined wanted,
            IndicatorEvent.Defined inUse) {
        if (!wanted.countsTheSameAs(inUse)) {
            return Decision.rejected(new IndicatorRejection.CountsSomethingElse());
        }
        if (wanted.inVersion(inUse.version()).equals(inUse)) {
            return Decision.rejected(new IndicatorRejection.NothingChanged());
        }
        return Decision.accepted(wanted.inVersion(inUse.version() + 1));
    }

    @Override
    public Indicator evolve(Indicator state, IndicatorEvent event) {
        return switch (event) {
            case IndicatorEvent.Defined definition when state instanceof Indicator.Undefined undefined ->
                undefined.define(definition);
            case IndicatorEvent.Defined definition when state instanceof Indicator.Defined defined
                    && definition.version() == defined.definition().version() + 1 ->
                defined.redefine(definition);
            case IndicatorEvent.Defined definition -> throw new IllegalStateException("versions follow on one another");
        };
    }
}
