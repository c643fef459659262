package io.serviceconcept.exports;

import io.serviceconcept.eventsourcing.EventTypes;

/** The wire names of what happens to exports. */
public final class ExportEventTypes {

    public static final EventTypes TYPES = EventTypes.builder()
            .add("measurement.export-requested.v1", ExportEvent.ExportRequested.class)
            .add("measurement.export-downloaded.v1", ExportEvent.ExportDownloaded.class)
            .build();

    private ExportEventTypes() {
    }
}
