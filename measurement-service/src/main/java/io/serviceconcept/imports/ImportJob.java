package io.serviceconcept.imports;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

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
 * @param key what its parts are sealed with, wrapped; null once it was taken in
 * @param traceparent the trace of the request that uploaded it
 * @param reason why it was uploaded; null when none was given
 */
record ImportJob(String id, long number, String organisation, ImportKind kind, @Nullable String survey, ImportFormat format,
        Map<String, String> columns, String actor, ImportState state, Instant createdAt, @Nullable Instant finishedAt,
        long bytes, Place place, @Nullable String header, ImportTally tally, long version,
        @Nullable String key, @Nullable String traceparent, @Nullable String reason) {

    ImportJob sealedWith(String newKey) {
        return new ImportJob(id, number, organisation, kind, survey, format, columns, actor, state, createdAt, finishedAt,
                bytes, place, header, tally, version, newKey, traceparent, reason);
    }

    /** Whether both were asked for in the same words, whatever files they are of. */
    boolean isAskedAs(ImportJob other) {
        return kind == other.kind && Objects.equals(survey, other.survey) && format == other.format
                && columns.equals(other.columns);
    }

    /** The same import, some lines later. */
    ImportJob wentOn(Place to, @Nullable String headerRead, ImportTally more, ImportState newState) {
        return new ImportJob(id, number, organisation, kind, survey, format, columns, actor, newState, createdAt, finishedAt,
                bytes, to, headerRead, tally.plus(more), version + 1, key, traceparent, reason);
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
