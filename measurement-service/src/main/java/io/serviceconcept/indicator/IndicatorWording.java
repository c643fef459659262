package io.serviceconcept.indicator;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.history.EventWording;

/** What happened to an indicator, in words. */
final class IndicatorWording implements EventWording<IndicatorEvent> {

    @Override
    public String tell(IndicatorEvent event) {
        return switch (event) {
            case IndicatorEvent.Defined defined -> (defined.version() == 1 ? "Indicator "
                    : "Version " + defined.version()
                            + " of indicator ")
                    + defined.name() + " defined as " + defined.kind() + " in " + defined.unit();
        };
    }

    @Override
    public @Nullable String reason(IndicatorEvent event) {
        return null;
    }
}
