package io.serviceconcept.indicator;

/** An indicator as far as decisions need it. */
sealed interface Indicator {

    /** Nothing is known of it yet. */
    record Undefined() implements Indicator {
        Defined define(IndicatorEvent.Defined definition) {
            return new Defined(definition);
        }
    }

    /** @param definition in use */
    record Defined(IndicatorEvent.Defined definition) implements Indicator {
        Defined redefine(IndicatorEvent.Defined next) {
            return new Defined(next);
        }
    }
}
