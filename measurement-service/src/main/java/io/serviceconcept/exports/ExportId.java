package io.serviceconcept.exports;

import java.util.Optional;

import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.intake.Ids;

record ExportId(String value) {

    static Optional<ExportId> parse(String text) {
        return Ids.isId(text) ? Optional.of(new ExportId(Ids.canonical(text))) : Optional.empty();
    }

    StreamId stream(String organisation) {
        return StreamId.of(organisation, "export", value);
    }
}
