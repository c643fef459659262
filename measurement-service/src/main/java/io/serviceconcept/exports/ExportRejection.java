package io.serviceconcept.exports;

/** Why a command is refused. */
sealed interface ExportRejection {

    record ExportAbsent() implements ExportRejection {
    }

    record ExportExists() implements ExportRejection {
    }
}
