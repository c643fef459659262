package io.serviceconcept.exports;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.exports.ExportEvent.ExportDownloaded;
import io.serviceconcept.exports.ExportEvent.ExportRequested;

/** The rules of an export: who took what is written down. */
final class ExportDecider implements Decider<ExportCommand, Export, ExportEvent, ExportRejection> {

    @Override
    public Export initial() {
        return new Export.Absent();
    }

    @Override
    public Decision<ExportEvent, ExportRejection> decide(ExportCommand command, Export export) {
        return switch (command) {
            case ExportCommand.Request request -> export instanceof Export.Absent
                    ? Decision.accepted(new ExportRequested(request.export(), request.spec()))
                    : Decision.rejected(new ExportRejection.ExportExists());
            case ExportCommand.Download download -> export instanceof Export.Requested
                    ? Decision.accepted(new ExportDownloaded())
                    : Decision.rejected(new ExportRejection.ExportAbsent());
        };
    }

    @Override
    public Export evolve(Export export, ExportEvent event) {
        return switch (event) {
            case ExportRequested requested when export instanceof Export.Absent -> new Export.Requested(requested.spec());
            case ExportDownloaded downloaded when export instanceof Export.Requested -> export;
            default -> throw new IllegalStateException(event.getClass().getSimpleName() + " in " + export);
        };
    }
}
