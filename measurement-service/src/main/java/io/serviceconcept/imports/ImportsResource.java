package io.serviceconcept.imports;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.eventsourcing.http.Trace;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.survey.Surveys;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Files that are taken in: upload one, see how far it is and what is wrong with its lines. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Imports", description = "Files of responses, observations or volumes, taken in line by line after they were stored.")
class ImportsResource {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";
    private static final int MOST_COLUMNS = 500;

    private final Caller caller;
    private final Imports imports;
    private final Surveys surveys;

    ImportsResource(Caller caller, Imports imports, Surveys surveys) {
        this.caller = caller;
        this.imports = imports;
        this.surveys = surveys;
    }

    @POST
    @Consumes({ CSV, NDJSON })
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "importFile", summary = "Upload a file of responses, observations or volumes", description = "Answered once the file is stored; its lines are taken in afterwards, each as if it had been pushed, so the same file again changes nothing. In a CSV file (UTF-8; commas, semicolons or tabs) the first line names the fields of what is pushed; a question is a column by its id, or answers.<id>. The figures of observations are value (and of), or reported and n. Those of volumes are customers, offered and answered. The file is kept sealed until it was taken in.")
    @RequestBody(required = true, content = {
            @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), examples = @ExampleObject(name = "responses", value = "id,interactionAt,mark,location\nr-1,2026-03-01T10:00:00+01:00,8,Town hall\n")),
            @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING), examples = @ExampleObject(name = "responses", value = "{\"id\": \"r-1\", \"interactionAt\": \"2026-03-01T10:00:00+01:00\", \"answers\": [{\"question\": \"mark\", \"value\": 8}]}\n")) })
    @APIResponse(responseCode = "202", description = "Stored; Location tells how far it is taken in", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ImportView.class)))
    public Response upload(
            @Parameter(required = true, schema = @Schema(implementation = ImportKind.class)) @QueryParam("of") @Nullable String of,
            @Parameter(description = "Which survey the responses or volumes are of.") @QueryParam("survey") @Nullable String survey,
            @Parameter(description = "A column of the file that is called otherwise than the field it stands for, as name=field; name= leaves it aside.") @QueryParam("column") @Nullable List<String> columns,
            @HeaderParam("Content-Type") @Nullable String type, @HeaderParam("Content-Encoding") @Nullable String encoding,
            @Parameter(description = "Your name for this request: the same again is answered the same", schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200)) @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream body) {
        ImportJob job = asked(of, survey, columns == null ? List.of() : columns, type, key);
        ImportJob stored = imports.store(job, body, isCompressed(encoding), key);
        return Response.accepted(ImportView.of(stored)).header("Location", "/v1/imports/" + stored.id())
                .tag(ETags.of(stored.version())).build();
    }

    private ImportJob asked(@Nullable String of, @Nullable String survey, List<String> columns, @Nullable String type,
            @Nullable String key) {
        List<Violation> violations = new ArrayList<>();
        ImportKind kind = kind(of, violations);
        if (kind != null && kind.ofSurvey() && (survey == null || surveys.find(caller.organisation(), survey).isEmpty())) {
            violations.add(new Violation("?survey", "is not a known survey"));
        }
        if (kind != null && !kind.ofSurvey() && survey != null) {
            violations.add(new Violation("?survey", "observations belong to no survey"));
        }
        if (key != null && (key.isBlank() || key.length() > 200)) {
            violations.add(new Violation("", "Idempotency-Key has 1-200 characters"));
        }
        ImportFormat format = type != null && type.toLowerCase(Locale.ROOT).startsWith(CSV) ? ImportFormat.CSV
                : ImportFormat.NDJSON;
        Map<String, String> named = named(columns, format, violations);
        if (kind == null || !violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new ImportJob(UUID.randomUUID().toString(), 0, caller.organisation(), kind, survey, format, named,
                caller.subject(), ImportState.UPLOADING, caller.now(), null, 0, ImportJob.Place.BEGINNING, null,
                ImportTally.NOTHING, 1, null, Trace.current().traceparent(), caller.reason());
    }

    private static @Nullable ImportKind kind(@Nullable String of, List<Violation> violations) {
        for (ImportKind kind : ImportKind.values()) {
            if (kind.name().equals(of)) {
                return kind;
            }
        }
        violations.add(new Violation("?of", "is RESPONSES, OBSERVATIONS or VOLUMES"));
        return null;
    }

    private static Map<String, String> named(List<String> columns, ImportFormat format, List<Violation> violations) {
        Map<String, String> named = new HashMap<>();
        if (columns.size() > MOST_COLUMNS || format == ImportFormat.NDJSON && !columns.isEmpty()) {
            violations.add(new Violation("?column", format == ImportFormat.NDJSON ? "only a CSV file has columns"
                    : "occurs at most " + MOST_COLUMNS + " times"));
            return named;
        }
        for (String column : columns) {
            int equals = column.lastIndexOf('=');
            if (equals <= 0 || column.length() > 1_000 || column.indexOf('\0') >= 0) {
                violations.add(new Violation("?column", "is name=field, of at most 1,000 characters"));
            } else if (named.put(column.substring(0, equals).strip(), column.substring(equals + 1).strip()) != null) {
                violations.add(new Violation("?column", "names a column twice"));
            }
        }
        return named;
    }

    private static boolean isCompressed(@Nullable String encoding) {
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw Problem.of(415, "unsupported-encoding", "Unsupported encoding",
                    "A file is sent as it is, or with Content-Encoding: gzip.").exception();
        };
    }

    /** A page of the list. */
    @Schema(name = "ImportList")
    record ImportList(List<ImportView> items) {
    }

    @GET
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "listImports", summary = "List the imports, the last first unless told otherwise")
    @APIResponseSchema(ImportList.class)
    public Response list(
            @Parameter(schema = @Schema(enumeration = { "createdAt",
                    "-createdAt" }, defaultValue = "-createdAt")) @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Sort by = Sort.of(sort == null ? "-createdAt" : sort, "createdAt");
        Page<ImportJob> jobs = Page.of(imports.list(caller.organisation(), by, page), page, by,
                job -> new Place(job.createdAt().toString(), Long.toString(job.number())));
        return Answers.page(uri, new Page<>(jobs.items().stream().map(ImportView::of).toList(), jobs.next()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "getImport", summary = "How far a file was taken in", description = "FAILED is a file that cannot be read as a whole, and one that failed at a line every time it was tried, for a day; the error says which, and up to where it was taken in.")
    @APIResponseSchema(ImportView.class)
    public Response get(@PathParam("id") String id) {
        ImportJob job = imports.find(caller.organisation(), id);
        return Answers.ok(job.version(), ImportView.of(job));
    }

    /** One thing that is wrong with a line. */
    @Schema(name = "ImportError")
    record ImportError(@Schema(description = "From 1.") long line,
            @Schema(description = "Of a CSV file the number of the column, of NDJSON the character at which the value begins or the line is no JSON; 1 when the line as a whole is meant.") @Nullable Integer column,
            @Schema(description = "A JSON Pointer into what the line stands for.") @Nullable String pointer, String message) {
    }

    /** A page of errors. */
    @Schema(name = "ImportErrorList")
    record ImportErrorList(List<ImportError> items) {
    }

    @GET
    @Path("/{id}/errors")
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "listImportErrors", summary = "What is wrong with the lines of a file, in their order")
    @APIResponseSchema(ImportErrorList.class)
    public Response errors(@PathParam("id") String id, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        ImportJob job = imports.find(caller.organisation(), id);
        Page<ImportRows.Listed> errors = Page.of(imports.errors(job, page), page, error -> Long.toString(error.number()));
        return Answers.page(uri,
                new Page<>(errors.items().stream().map(ImportsResource::error).toList(), errors.next()));
    }

    private static ImportError error(ImportRows.Listed listed) {
        LineError error = listed.error();
        return new ImportError(error.line(), error.column(), error.pointer(), error.message());
    }
}
