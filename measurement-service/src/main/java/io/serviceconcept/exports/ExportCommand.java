package io.serviceconcept.exports;

/** What may be asked of an export. */
sealed interface ExportCommand {

    record Request(String export, ExportSpec spec) implements ExportCommand {
    }

    record Download() implements ExportCommand {
    }
}
