package io.serviceconcept.indicator;

/** Why a command is refused. */
sealed interface IndicatorRejection {

    record AlreadyDefined() implements IndicatorRejection {
    }

    record NotDefined() implements IndicatorRejection {
    }

    /** What was given so far could not be counted by the new definition. */
    record CountsSomethingElse() implements IndicatorRejection {
    }

    record NothingChanged() implements IndicatorRejection {
    }
}
