package io.serviceconcept.indicator;

/** What can be asked of an indicator. */
sealed interface IndicatorCommand {

    /** @param definition complete and in itself consistent */
    record Define(IndicatorEvent.Defined definition) implements IndicatorCommand {
    }

    /** @param definition complete and in itself consistent; its version is the decider's to give */
    record Redefine(IndicatorEvent.Defined definition) implements IndicatorCommand {
    }
}
