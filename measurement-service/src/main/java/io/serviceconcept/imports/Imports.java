package io.serviceconcept.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.IdempotencyConflict;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Sort;

/** Stores files, and tells how far they were taken in. */
@ApplicationScoped
class Imports {

    private final AgroalDataSource dataSource;
    private final ImportConfig config;

    private final ImportKeys keys;

    Imports(AgroalDataSource dataSource, ImportConfig config, ImportKeys keys) {
        this.dataSource = dataSource;
        this.config = config;
        this.keys = keys;
    }

    @FunctionalInterface
    private interface Statement<T> {

        T in(Connection connection) throws SQLException;
    }

    private <T> T database(Statement<T> statement) {
        try (Connection connection = dataSource.getConnection()) {
            return statement.in(connection);
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    /**
     * Stores a file part by part, each committed by itself; it counts once all of it is there.
     *
     * @return the import, or the one that the same request began before
     */
    ImportJob store(ImportJob job, InputStream body, boolean gzip, @Nullable String idempotencyKey) {
        Optional<ImportRows.Known> known = idempotencyKey == null ? Optional.empty()
                : database(connection -> ImportRows.known(connection, job.organisation(), idempotencyKey));
        try {
            UploadedBytes bytes = new UploadedBytes(body, gzip, config);
            if (known.isPresent()) {
                return repeated(job, known.get(), bytes);
            }
            refuseTooManyWaiting(job.organisation());
            ImportJob begun = job.sealedWith(keys.create(job));
            if (!database(connection -> ImportRows.begin(connection, begun, idempotencyKey))) {
                throw new IdempotencyConflict(true);
            }
            return stored(begun, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an upload broke off", e);
        }
    }

    private ImportJob stored(ImportJob job, UploadedBytes bytes) throws IOException {
        boolean complete = false;
        try {
            FileParts parts = keys.parts(job);
            byte[] buffer = new byte[FileParts.LENGTH];
            int count = bytes.read(buffer);
            for (int number = 0; count > 0; number++) {
                byte[] part = parts.stored(number, buffer, count);
                int place = number;
                database(connection -> {
                    ImportRows.addPart(connection, job.id(), place, part);
                    return part;
                });
                count = bytes.read(buffer);
            }
            String fingerprint = bytes.fingerprint();
            database(connection -> {
                ImportRows.uploaded(connection, job.id(), bytes.length(), fingerprint, ImportState.WAITING);
                return fingerprint;
            });
            complete = true;
            return find(job.organisation(), job.id());
        } finally {
            if (!complete) {
                database(connection -> {
                    ImportRows.drop(connection, job.id());
                    return job;
                });
            }
        }
    }

    private ImportJob repeated(ImportJob job, ImportRows.Known known, UploadedBytes bytes) throws IOException {
        if (known.state() == ImportState.UPLOADING) {
            throw new IdempotencyConflict(true);
        }
        ImportJob before = find(job.organisation(), known.id());
        if (!before.isAskedAs(job)) {
            throw new IdempotencyConflict(false);
        }
        byte[] buffer = new byte[FileParts.LENGTH];
        while (bytes.read(buffer) > 0) {
            // only what it adds up to matters
        }
        if (!bytes.fingerprint().equals(known.fingerprint())) {
            throw new IdempotencyConflict(false);
        }
        return before;
    }

    private void refuseTooManyWaiting(String organisation) {
        if (database(connection -> ImportRows.waiting(connection, organisation)) >= config.maxWaiting()) {
            throw Problem.of(409, "too-many-imports", "Too many imports",
                    "At most " + config.maxWaiting() + " imports of an organisation wait at a time.").exception();
        }
    }

    /**
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation has no such import
     */
    ImportJob find(String organisation, String id) {
        return database(connection -> ImportRows.find(connection, organisation, id))
                .orElseThrow(() -> Problem.notFound().exception());
    }

    /** In the order in which they came, or the other way round; one more than the page holds. */
    List<ImportJob> list(String organisation, Sort by, PageRequest page) {
        Place after = page.place(by);
        Long last = after == null ? null : after.number();
        return database(connection -> ImportRows.list(connection, organisation, by.descending(), last, page.limit()));
    }

    List<ImportRows.Listed> errors(ImportJob job, PageRequest page) {
        return database(connection -> ImportRows.errors(connection, job.id(), page.number(), page.limit()));
    }
}
