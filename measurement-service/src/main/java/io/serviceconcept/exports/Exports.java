package io.serviceconcept.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Sort;

/** Exports: asking for one, seeing how far it is, writing its file. */
@ApplicationScoped
class Exports {

    private final CommandHandler<ExportCommand, Export, ExportEvent, ExportRejection> handler;
    private final AgroalDataSource dataSource;
    private final ExportedResponses responses;
    private final Map<ExportKind, ExportSource> sources = new EnumMap<>(ExportKind.class);

    Exports(CommandHandler<ExportCommand, Export, ExportEvent, ExportRejection> handler, AgroalDataSource dataSource,
            ExportedResponses responses, @Any Instance<ExportSource> all) {
        this.handler = handler;
        this.dataSource = dataSource;
        this.responses = responses;
        all.forEach(source -> sources.put(source.kind(), source));
    }

    ExportSource source(ExportKind kind) {
        ExportSource source = sources.get(kind);
        if (source == null) {
            throw new IllegalStateException("nothing gives " + kind);
        }
        return source;
    }

    /** Asks for one, or finds what the same request asked for before. */
    ExportJob request(CommandContext context, ExportId id, ExportSpec spec) {
        return switch (handler.handle(context, id.stream(context.organisation()),
                new ExportCommand.Request(id.value(), spec))) {
            case Handled.Done<Export, ExportEvent, ExportRejection> done -> find(context.organisation(), id);
            case Handled.Repeated<Export, ExportEvent, ExportRejection> repeated -> find(context.organisation(),
                    new ExportId(repeated.location().substring(repeated.location().lastIndexOf('/') + 1)));
            case Handled.Rejected<Export, ExportEvent, ExportRejection> rejected ->
                throw new IllegalStateException("a new id is that of no other export");
        };
    }

    /** Writes down that somebody takes the file. */
    void downloaded(CommandContext context, ExportId id) {
        handler.handle(context, id.stream(context.organisation()), new ExportCommand.Download());
    }

    /**
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation has no such export
     */
    ExportJob find(String organisation, ExportId id) {
        try (Connection connection = dataSource.getConnection()) {
            return ExportRows.find(connection, organisation, id.value())
                    .orElseThrow(() -> Problem.notFound().exception());
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    /** In the order in which they were asked for, or the other way round; one more than the page holds. */
    List<ExportJob> list(String organisation, Sort by, PageRequest page) {
        try (Connection connection = dataSource.getConnection()) {
            return ExportRows.list(connection, organisation, by.descending(), page.place(by), page.limit());
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    ExportSpec spec(ExportJob job) {
        return switch (handler.load(new ExportId(job.id()).stream(job.organisation())).state()) {
            case Export.Requested(ExportSpec spec) -> spec;
            case Export.Absent absent -> throw new IllegalStateException("an export in the list was requested");
        };
    }

    void write(ExportJob job, ExportSpec spec, OutputStream out) throws IOException {
        LineWriter writer = new LineWriter(spec.format(), source(spec.of()).columns(job.organisation(), spec), out);
        for (int number = 0; number < job.parts(); number++) {
            for (Map<String, Object> line : ExportLines.read(part(job, number))) {
                writer.write(spec.personal() ? responses.withPersonal(job.organisation(), line) : line);
            }
        }
        writer.flush();
    }

    private byte[] part(ExportJob job, int number) {
        try (Connection connection = dataSource.getConnection()) {
            return ExportRows.part(connection, job.id(), number);
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }
}
