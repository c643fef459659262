package io.serviceconcept.exports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.history.Histories;
import io.serviceconcept.history.Histories.HistoryEntryPage;
import io.serviceconcept.indicator.Indicators;
import io.serviceconcept.survey.Surveys;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Files of results and responses: ask for one, see how far it is, download it. */
@Path("/v1/exports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Exports", description = "Files of results, and of what single people answered. Who asked for one and who took it stays known.")
class ExportsResource {

    private static final String ADDRESS = "/v1/exports/";

    private final Caller caller;
    private final Exports exports;
    private final Indicators indicators;
    private final Surveys surveys;
    private final EventStore store;
    private final Histories histories;

    ExportsResource(Caller caller, Exports exports, Indicators indicators, Surveys surveys, EventStore store,
            Histories histories) {
        this.caller = caller;
        this.exports = exports;
        this.indicators = indicators;
        this.surveys = surveys;
        this.store = store;
        this.histories = histories;
    }

    /** An export as the API shows it. */
    @Schema(name = "ExportView")
    record ExportView(String id, ExportKind of, ExportFormat format, @Nullable String survey, List<String> indicators,
            boolean personal, ExportState state, Instant requestedAt, String requestedBy, @Nullable Instant finishedAt,
            @Schema(description = "Lines so far, without a heading.") long rows,
            @Schema(description = "Where the file is, once it is made.") @Nullable String content) {

        static ExportView of(ExportJob job, ExportSpec spec) {
            return new ExportView(job.id(), spec.of(), spec.format(), spec.survey(), spec.indicators(), spec.personal(),
                    job.state(), job.requestedAt(), job.actor(), job.finishedAt(), job.rows(),
                    job.state() == ExportState.DONE ? ADDRESS + job.id() + "/content" : null);
        }
    }

    @POST
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "requestExport", summary = "Ask for a file of results or responses", description = "Of responses: for analysts and admins; with customers and texts: for admins alone. Results that are hidden in a list are hidden here. Of results a line has what the list tells; in CSV verdicts are one column, each as concept|edition|objective|verdict|provisional|acrossInstrumentBreak, with a space between them.")
    @APIResponse(responseCode = "202", description = "Asked for; Location tells when it can be downloaded", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ExportView.class)))
    public Response request(NewExport body, @Context SecurityContext security) {
        String organisation = caller.organisation();
        ExportSpec spec = body.spec(indicator -> indicators.versions(organisation, indicator).size(),
                survey -> surveys.find(organisation, survey).isPresent());
        requireRole(spec, security);
        String id = UUID.randomUUID().toString();
        ExportJob job = exports.request(caller.creating(ADDRESS + id), new ExportId(id), spec);
        return Response.accepted(ExportView.of(job, exports.spec(job))).header("Location", ADDRESS + job.id())
                .tag(ETags.of(job.version())).build();
    }

    private static void requireRole(ExportSpec spec, SecurityContext security) {
        boolean allowed = spec.personal() ? security.isUserInRole("admin")
                : spec.of() == ExportKind.RESULTS || security.isUserInRole("analyst") || security.isUserInRole("admin");
        if (!allowed) {
            throw Problem.of(403, "forbidden", "Forbidden", "Your roles do not allow this.").exception();
        }
    }

    /** A page of the list. */
    @Schema(name = "ExportList")
    record ExportList(List<ExportView> items) {
    }

    @GET
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "listExports", summary = "List all exports there ever were, the last first unless told otherwise")
    @APIResponseSchema(ExportList.class)
    public Response list(
            @Parameter(schema = @Schema(enumeration = { "requestedAt",
                    "-requestedAt" }, defaultValue = "-requestedAt")) @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Sort by = Sort.of(sort == null ? "-requestedAt" : sort, "requestedAt");
        Page<ExportJob> jobs = Page.of(exports.list(caller.organisation(), by, page), page, by,
                job -> new Place(job.requestedAt().toString(), job.id()));
        return Answers.page(uri, new Page<>(
                jobs.items().stream().map(job -> ExportView.of(job, exports.spec(job))).toList(), jobs.next()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "getExport", summary = "How far an export is", description = "FAILED is one that failed every time it was tried, for a day.")
    @APIResponseSchema(ExportView.class)
    public Response get(@PathParam("id") String id) {
        ExportJob job = exports.find(caller.organisation(), known(id));
        return Answers.ok(job.version(), ExportView.of(job, exports.spec(job)));
    }

    @GET
    @Path("/{id}/content")
    @Produces({ "text/csv", "application/x-ndjson", MediaType.APPLICATION_JSON })
    @RolesAllowed({ "analyst", "manager", "integration", "admin" })
    @Operation(operationId = "downloadExport", summary = "Download the file", description = "CSV begins with a line of headings; a text that a spreadsheet would take for a formula has an apostrophe in front. Whoever takes it must be allowed to ask for it.")
    @APIResponse(responseCode = "200", description = "The file", content = {
            @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)) })
    @APIResponse(responseCode = "409", description = "It is not made yet")
    @APIResponse(responseCode = "410", description = "It was kept for a day, and is gone; or it could not be made")
    public Response download(@PathParam("id") String id, @Context SecurityContext security) {
        ExportJob job = exports.find(caller.organisation(), known(id));
        ExportSpec spec = exports.spec(job);
        requireRole(spec, security);
        switch (job.state()) {
            case DONE -> exports.downloaded(caller.context(), new ExportId(job.id()));
            case WAITING, RUNNING -> throw Problem.of(409, "export-not-ready", "Not ready",
                    "The file is still being made.").exception();
            case FAILED -> throw Problem.of(410, "export-failed", "Failed",
                    "The file could not be made; ask for another one.").exception();
            case EXPIRED -> throw Problem.of(410, "export-expired", "Expired",
                    "The file was kept for a while, and is gone; ask for another one.").exception();
        }
        StreamingOutput file = out -> exports.write(job, spec, out);
        return Response.ok(file, spec.format().mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + spec.of().name().toLowerCase(Locale.ROOT)
                        + '-' + job.id() + '.' + spec.format().ending() + '"')
                .build();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({ "analyst", "manager", "admin" })
    @Operation(operationId = "getExportHistory", summary = "Who asked for a file and who took it, and when, the first first")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = HistoryEntryPage.class)))
    public Response history(@PathParam("id") String id, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        PageRequest request = PageRequest.of(limit, cursor);
        ExportId export = known(exports.find(caller.organisation(), known(id)).id());
        return histories.page(store.read(export.stream(caller.organisation()), 0), ExportEvent.class, new ExportWording(),
                request, uri);
    }

    private static ExportId known(String id) {
        return ExportId.parse(id).orElseThrow(() -> Problem.notFound().exception());
    }
}
