package io.serviceconcept.exports;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.exports.ExportCommand.Download;
import io.serviceconcept.exports.ExportCommand.Request;
import io.serviceconcept.exports.ExportEvent.ExportDownloaded;
import io.serviceconcept.exports.ExportEvent.ExportRequested;

class ExportDeciderTest {

    private static final ExportSpec SPEC = new ExportSpec(ExportKind.RESPONSES, ExportFormat.CSV, List.of(), null, List.of(),
            null, null, "survey", false, null, null);

    private static DeciderSpec<ExportCommand, Export, ExportEvent, ExportRejection> spec() {
        return DeciderSpec.of(new ExportDecider());
    }

    @Test
    void whatIsAskedForIsWrittenDown() {
        spec().given().when(new Request("e", SPEC)).then(new ExportRequested("e", SPEC));
    }

    @Test
    void eachDownloadIsWrittenDown() {
        spec().given(new ExportRequested("e", SPEC), new ExportDownloaded()).when(new Download())
                .then(new ExportDownloaded());
    }

    @Test
    void whatNobodyAskedForIsNotThere() {
        spec().given().when(new Download()).thenRejected(new ExportRejection.ExportAbsent());
        spec().given(new ExportRequested("e", SPEC)).when(new Request("e", SPEC))
                .thenRejected(new ExportRejection.ExportExists());
    }
}
