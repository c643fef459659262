package io.serviceconcept.imports;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as the API shows it. */
@Schema(name = "ImportView")
record ImportView(String id, ImportKind of, @Nullable String survey, ImportFormat format, ImportState state,
        Instant createdAt, @Schema(description = "The subject of the token of whoever uploaded it.") String createdBy,
        @Nullable Instant finishedAt, ImportProgress progress, ImportCounts counts) {

    /** How far the file was taken in. */
    @Schema(name = "ImportProgress")
    record ImportProgress(@Schema(description = "The length of the file, decompressed.") long bytes, long bytesDone,
            @Schema(description = "0-100") int percent) {
    }

    /** What became of its lines. */
    @Schema(name = "ImportCounts")
    record ImportCounts(@Schema(description = "Lines that held something, so far.") long lines,
            @Schema(description = "New.") long stored,
            @Schema(description = "The same was taken in before.") long unchanged,
            @Schema(description = "Something else was taken in before under the same id.") long conflicting,
            @Schema(description = "Could not be taken in.") long invalid,
            @Schema(description = "What was wrong with lines, in all.") long errors,
            @Schema(description = "How many errors are listed: the first 100,000, of each line the first 20.") long errorsListed) {
    }

    static ImportView of(ImportJob job) {
        ImportTally tally = job.tally();
        long done = job.state() == ImportState.DONE ? job.bytes() : job.place().offset();
        int percent = job.state() == ImportState.DONE ? 100 : job.bytes() == 0 ? 0 : (int) (done * 100 / job.bytes());
        return new ImportView(job.id(), job.kind(), job.survey(), job.format(), job.state(), job.createdAt(), job.actor(),
                job.finishedAt(), new ImportProgress(job.bytes(), done, percent),
                new ImportCounts(tally.lines(), tally.stored(), tally.unchanged(), tally.conflicting(), tally.invalid(),
                        tally.errors(), tally.listed()));
    }
}
