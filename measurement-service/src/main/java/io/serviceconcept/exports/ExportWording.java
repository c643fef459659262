package io.serviceconcept.exports;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.history.EventWording;

/** Events in words. */
final class ExportWording implements EventWording<ExportEvent> {

    @Override
    public String tell(ExportEvent event) {
        return switch (event) {
            case ExportEvent.ExportRequested requested -> "Export of " + requested.spec().of() + " as "
                    + requested.spec().format() + " asked for" + (requested.spec().personal() ? ", with personal data" : "");
            case ExportEvent.ExportDownloaded downloaded -> "Downloaded";
        };
    }

    @Override
    public @Nullable String reason(ExportEvent event) {
        return null;
    }
}
