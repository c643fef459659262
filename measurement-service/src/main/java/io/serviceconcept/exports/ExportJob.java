package io.serviceconcept.exports;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An export and how far it is.
 *
 * @param actor who asked for it
 * @param reached what it goes on after; null at the beginning
 * @param parts pieces of the file that are made
 * @param rows lines of the file so far, without a heading
 * @param version counts the pieces of work done on it
 */
record ExportJob(String id, String organisation, String actor, Instant requestedAt, ExportState state,
        @Nullable Instant finishedAt, @Nullable String reached, int parts, long rows, long version) {
}
