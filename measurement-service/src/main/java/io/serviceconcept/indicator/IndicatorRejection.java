package io.serviceconcept.indicator;

/** Why a command is refused. */
sealed interface IndicatorRejection {

    record AlreadyDefined() implements IndicatorRejection {
    }
}
