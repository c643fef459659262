package io.serviceconcept.imports;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.imports.CsvTable.BrokenHeader;
import io.serviceconcept.intake.Batch;
import io.serviceconcept.intake.BatchAnswer;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.observation.ObservationIntake;
import io.serviceconcept.observation.ObservationRules;
import io.serviceconcept.response.ResponseIntake;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;
import io.serviceconcept.volume.VolumeIntake;

/** Reads the items of a file and takes them in, the same way as those that are pushed. */
@ApplicationScoped
class ImportedItems {

    private final StrictJson json;
    private final Surveys surveys;
    private final ResponseIntake responses;
    private final ObservationIntake observations;
    private final VolumeIntake volumes;
    private final Intake intake;

    ImportedItems(StrictJson json, Surveys surveys, ResponseIntake responses, ObservationIntake observations,
            VolumeIntake volumes, Intake intake) {
        this.json = json;
        this.surveys = surveys;
        this.responses = responses;
        this.observations = observations;
        this.volumes = volumes;
        this.intake = intake;
    }

    /**
     * The first line of a CSV file.
     *
     * @throws BrokenHeader when there is none, or it cannot be read
     */
    String header(Window window) throws BrokenHeader {
        char delimiter = delimiter(window);
        return switch (new CsvScanner(window, delimiter, 0).next()) {
            case null -> throw new BrokenHeader(List.of(new LineError(1, 1, null, "the file is empty")));
            case Found.Broken(LineError error) -> throw new BrokenHeader(List.of(error));
            case Found.Readable readable -> header(readable.bytes(), delimiter);
        };
    }

    private static String header(byte[] bytes, char delimiter) throws BrokenHeader {
        try {
            return Utf8.text(bytes);
        } catch (CharacterCodingException e) {
            throw new BrokenHeader(
                    List.of(new LineError(1, CsvReading.undecodable(bytes, delimiter), null, "is not UTF-8")));
        }
    }

    private static char delimiter(Window window) {
        int end = window.lineFeed(window.at());
        int length = (end < 0 ? window.bytes().length : end) - window.at();
        return CsvText.delimiter(new String(window.bytes(), window.at(), length, StandardCharsets.ISO_8859_1));
    }

    Reading reading(ImportJob job, @Nullable String header) throws BrokenHeader {
        if (job.format() == ImportFormat.NDJSON) {
            return new NdjsonReading(json);
        }
        CsvFields fields = switch (job.kind()) {
            case RESPONSES -> CsvFields.ofResponses(new AskedQuestions(versions(job)));
            case OBSERVATIONS -> CsvFields.ofObservations();
            case VOLUMES -> CsvFields.ofVolumes();
        };
        return new CsvReading(CsvTable.of(Objects.requireNonNull(header), fields, job.columns()));
    }

    /** Stores the good ones; the bad ones fail alone. */
    BatchAnswer take(ImportJob job, CommandContext context, List<Batch.Item> batch, Instant now) {
        String organisation = job.organisation();
        return switch (job.kind()) {
            case RESPONSES -> {
                SurveyVersion survey = versions(job).getLast();
                yield intake.takeAll(context, batch, job.kind().idField(),
                        item -> responses.read(item, organisation, survey, now),
                        ResponseIntake.REUSED);
            }
            case OBSERVATIONS -> {
                ObservationRules rules = observations.rules(organisation, now);
                yield intake.takeAll(context, batch, job.kind().idField(),
                        item -> observations.read(item, rules, organisation, now),
                        ObservationIntake.REUSED);
            }
            case VOLUMES -> {
                String survey = versions(job).getLast().survey();
                yield intake.takeAll(context, batch, job.kind().idField(),
                        item -> volumes.read(item, organisation, survey, now), VolumeIntake.REUSED);
            }
        };
    }

    private List<SurveyVersion> versions(ImportJob job) {
        return surveys.versions(job.organisation(), Objects.requireNonNull(job.survey()));
    }
}
