package io.serviceconcept.imports;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An upload and how far it was taken in.
 *
 * @param number orders the imports of an organisation
 * @param columns the fields that columns of a CSV file stand for, by their names in the file; an empty field: none
 * @param actor who uploaded it
 * @param bytes the length of the file, decompressed
 * @param place where the next line begins
 * @param header the first line of a CSV file, once it was read
 * @param version counts the changes
 */
record ImportJob(String id, long number, String organisation, ImportKind kind, @Nullable String survey, ImportFormat format,
        Map<String, String> columns, String actor, ImportState state, Instant createdAt, @Nullable Instant finishedAt,
        long bytes, Place place, @Nullable String header, ImportTally tally, long version) {

    /** The same import, some lines later. */
    ImportJob wentOn(Place to, @Nullable String headerRead, ImportTally more, ImportState newState) {
        return new ImportJob(id, number, organisation, kind, survey, format, columns, actor, newState, createdAt, finishedAt,
                bytes, to, headerRead, tally.plus(more), version + 1);
    }

    /**
     * @param offset in bytes
     * @param line its number, from 1
     * @param skipping whether it lies within a line that is too long to be read
     */
    record Place(long offset, long line, boolean skipping) {

        static final Place BEGINNING = new Place(0, 1, false);
    }
}
