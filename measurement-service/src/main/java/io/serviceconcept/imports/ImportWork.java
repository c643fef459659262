package io.serviceconcept.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.LeasedWork;
import io.serviceconcept.eventsourcing.http.Trace;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.imports.CsvTable.BrokenHeader;
import io.serviceconcept.intake.BatchAnswer;
import io.serviceconcept.patience.Postponed;

/**
 * Takes files in, some lines at a time. Where the next line begins is stored after its predecessors were; lines that are
 * taken in a second time, after a crash in between, change nothing.
 */
@ApplicationScoped
class ImportWork implements LeasedWork {

    /** Parts that are looked at together: more than the longest line. */
    private static final int PARTS = 4;
    /** How long one import is worked on before it is the turn of another. */
    private static final Duration TURN = Duration.ofMillis(500);
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);
    private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };
    private static final String GIVEN_UP = "failed here every time it was tried; what comes before is taken in, so upload the file "
            + "again when the cause is gone";
    private static final Duration SELDOM = Duration.ofSeconds(10);

    private final AgroalDataSource dataSource;
    private final ImportKeys keys;
    private final ImportedItems items;
    private final ImportConfig config;
    private final Calendars calendars;
    private Instant tidied = Instant.EPOCH;

    ImportWork(AgroalDataSource dataSource, ImportKeys keys, ImportedItems items, ImportConfig config,
            Calendars calendars) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.items = items;
        this.config = config;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "take-imports";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(200);
    }

    @Override
    public boolean wokenByEvents() {
        return false;
    }

    @Override
    public boolean work() throws SQLException {
        Optional<ImportJob> next;
        try (Connection connection = dataSource.getConnection()) {
            next = ImportRows.next(connection);
            if (next.isEmpty()) {
                return tidy(connection);
            }
        }
        try {
            step(next.get());
        } catch (Exception | Error e) {
            // what cannot go on now, whatever it is, must not keep others waiting
            postpone(next.get(), e);
            throw e;
        }
        return true;
    }

    /** Now and then: an idle service has better things to do. */
    private boolean tidy(Connection connection) throws SQLException {
        Instant now = calendars.now();
        if (Duration.between(tidied, now).abs().compareTo(SELDOM) < 0) {
            return false;
        }
        boolean more = ImportRows.tidy(connection, now.minus(ON_ITS_WAY));
        tidied = more ? tidied : now;
        return more;
    }

    private void step(ImportJob job) throws SQLException {
        if (job.key() == null) {
            fail(job, List.of(new LineError(1, 1, null, "was stored by an older version of this service: upload it again")));
            return;
        }
        Window window = window(job);
        if (job.place().offset() == 0) {
            if (Utf8.isOtherUnicode(window.bytes())) {
                fail(job, List.of(new LineError(1, 1, null, "is not UTF-8 but, it seems, UTF-16 or UTF-32")));
                return;
            }
            window.passBytes(startsWithMark(window.bytes()) ? BYTE_ORDER_MARK.length : 0);
        }
        @Nullable
        String header = job.header();
        Reading reading;
        try {
            if (job.format() == ImportFormat.CSV && header == null) {
                header = items.header(window);
            }
            reading = items.reading(job, header);
        } catch (BrokenHeader e) {
            fail(job, e.errors());
            return;
        }
        long end = System.nanoTime() + TURN.toNanos();
        Optional<ImportJob> next = Optional.of(job);
        boolean more = true;
        while (more && next.isPresent() && System.nanoTime() < end) {
            ImportStep step = new ImportStep(job.kind());
            step.read(window, reading);
            next = taken(next.get(), step, window, header);
            more = step.isFull() && !window.isUsedUp();
        }
    }

    /** Stores what was read and where the next line begins; empty when somebody else went on meanwhile. */
    private Optional<ImportJob> taken(ImportJob job, ImportStep step, Window window, @Nullable String header)
            throws SQLException {
        BatchAnswer answer = items.take(job, context(job), step.batch(), calendars.now());
        ImportTally tally = step.tally(answer, job.tally());
        ImportState state = window.isLast() && window.isUsedUp() ? ImportState.DONE : ImportState.RUNNING;
        return goOn(job, window.place(), header, tally, step.errors(job.tally()), state);
    }

    private Window window(ImportJob job) throws SQLException {
        ImportJob.Place place = job.place();
        int first = (int) (place.offset() / FileParts.LENGTH);
        List<byte[]> parts;
        try (Connection connection = dataSource.getConnection()) {
            parts = ImportRows.parts(connection, job.id(), first, PARTS);
        }
        // one more, so that a decompressor that has filled the last part finds room to say that it is done
        byte[] bytes = new byte[parts.size() * FileParts.LENGTH + 1];
        int length = 0;
        FileParts file = keys.parts(job);
        for (int i = 0; i < parts.size(); i++) {
            length += file.read(first + i, parts.get(i), bytes, length);
        }
        int from = (int) (place.offset() % FileParts.LENGTH);
        boolean last = (long) first * FileParts.LENGTH + length >= job.bytes();
        return new Window(Arrays.copyOfRange(bytes, Math.min(from, length), length), place, last);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private Optional<ImportJob> goOn(ImportJob job, ImportJob.Place place, @Nullable String header, ImportTally tally,
            List<LineError> errors, ImportState state) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean mine = ImportRows.goOn(connection, job, place, header, tally, state, calendars.now());
                if (mine) {
                    ImportRows.addErrors(connection, job.id(), job.tally().listed(), errors);
                }
                connection.commit();
                return mine ? Optional.of(job.wentOn(place, header, tally, state)) : Optional.empty();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** The first line is not kept: that of a file without a heading is about somebody. */
    private void fail(ImportJob job, List<LineError> errors) throws SQLException {
        goOn(job, job.place(), null, new ImportTally(0, 0, 0, 0, errors.size(), errors.size()), errors, ImportState.FAILED);
    }

    /** What never goes on would be tried for ever, and hold a place among those that wait. */
    private void postpone(ImportJob job, Throwable because) {
        try {
            if (isGivenUp(job, because, calendars.now())) {
                fail(job, List.of(new LineError(job.place().line(), 1, null, GIVEN_UP)));
            }
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** Lets others go first, and says whether this was once too often. */
    private boolean isGivenUp(ImportJob job, Throwable because, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (Postponed.isDatabaseAway(because)) {
                ImportRows.letOthersGoFirst(connection, job.id(), now);
                return false;
            }
            return ImportRows.postpone(connection, job.id(), now)
                    .filter(postponed -> postponed.isTooOften(config.mostFailures(), config.givenUpAfter(), now)).isPresent();
        }
    }

    private static CommandContext context(ImportJob job) {
        String traceparent = job.traceparent();
        Trace trace = traceparent == null ? new Trace(UUID.fromString(job.id()), null) : Trace.of(traceparent);
        return new CommandContext(job.organisation(), trace.metadata(job.actor()).because(job.reason()), null);
    }
}
