package io.serviceconcept.eventsourcing.meter;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/meters")
@RunOnVirtualThread
class MetersResource {

    enum Kind {
        WATER,
        POWER
    }

    record NewMeter(@NotBlank @Size(max = 20) String place, @NotNull Kind kind, @Nullable LocalDate since,
            @Nullable @DecimalMax("100") Double share, @Size(max = 3) @Nullable List<@NotNull MeterPart> parts) {
    }

    record MeterPart(@NotBlank String name, @Min(1) @Max(5) int size) {
    }

    record MeterReading(@NotNull @Min(0) Long value) {
    }

    record MeterView(@Nullable String place, long lastValue) {
    }

    private final CommandHandler<MeterDecider.Command, MeterDecider.Meter, MeterEvent, MeterDecider.Rejection> handler;
    private final Caller caller;

    MetersResource(
            CommandHandler<MeterDecider.Command, MeterDecider.Meter, MeterEvent, MeterDecider.Rejection> handler,
            Caller caller) {
        this.handler = handler;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("designer")
    @Operation(operationId = "installMeter", summary = "Installs a meter")
    public Response install(@NotNull NewMeter body) {
        String id = UUID.randomUUID().toString();
        String location = "/v1/meters/" + id;
        return switch (handler.handle(caller.creating(location), stream(id), new MeterDecider.Install(body.place()))) {
            case Handled.Done<MeterDecider.Meter, MeterEvent, MeterDecider.Rejection> done ->
                Answers.created(location, done.version(), view(done.state()));
            case Handled.Rejected<MeterDecider.Meter, MeterEvent, MeterDecider.Rejection> rejected ->
                throw problem(rejected.reason()).exception();
            case Handled.Repeated<MeterDecider.Meter, MeterEvent, MeterDecider.Rejection> repeated -> {
                CommandHandler.Loaded<MeterDecider.Meter> loaded = handler
                        .load(stream(repeated.location().substring("/v1/meters/".length())));
                yield Answers.created(repeated.location(), loaded.version(), view(loaded.state()));
            }
        };
    }

    @GET
    @Path("{id}")
    @RolesAllowed({ "designer", "viewer" })
    @Operation(operationId = "getMeter", summary = "Shows a meter")
    public Response show(@jakarta.ws.rs.PathParam("id") String id) {
        CommandHandler.Loaded<MeterDecider.Meter> loaded = handler.load(stream(id));
        if (loaded.version() == 0) {
            throw Problem.notFound().exception();
        }
        return Answers.ok(loaded.version(), view(loaded.state()));
    }

    @PUT
    @Path("{id}/reading")
    @RolesAllowed("designer")
    @Operation(operationId = "readMeter", summary = "Reads a meter off")
    public Response read(@jakarta.ws.rs.PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull MeterReading body) {
        return switch (handler.handle(caller.context(), stream(id), ETags.required(ifMatch),
                new MeterDecider.ReadOff(body.value()))) {
            case Handled.Done<MeterDecider.Meter, MeterEvent, MeterDecider.Rejection> done ->
                Answers.ok(done.version(), view(done.state()));
            case Handled.Rejected<MeterDecider.Meter, MeterEvent, MeterDecider.Rejection> rejected ->
                throw problem(rejected.reason()).exception();
            case Handled.Repeated<MeterDecider.Meter, MeterEvent, MeterDecider.Rejection> repeated ->
                throw new IllegalStateException("a PUT has no key");
        };
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(operationId = "listMeters", summary = "Lists numbers")
    public Response list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        int from = page.after() == null ? 0 : Integer.parseInt(page.after());
        List<Integer> found = java.util.stream.IntStream.rangeClosed(from + 1, 7).boxed().limit(page.limit() + 1L).toList();
        return Answers.page(uri, Page.of(found, page, String::valueOf));
    }

    @GET
    @Path("broken")
    @RolesAllowed("viewer")
    @Operation(operationId = "breakMeter", summary = "Fails")
    public Response broken() {
        throw new IllegalArgumentException("select secret from inside");
    }

    /** As queries of services do with whatever the database says. */
    @GET
    @Path("refused/{state}")
    @RolesAllowed("viewer")
    @Operation(operationId = "refuseMeter", summary = "Fails in the database")
    public Response refused(@jakarta.ws.rs.PathParam("state") String state) {
        throw new EventStoreUnavailable(new SQLException("select secret from inside", state));
    }

    @GET
    @Path("forgotten")
    public Response nobodySaidWhoMay() {
        return Response.ok().build();
    }

    private StreamId stream(String id) {
        return StreamId.of(caller.organisation(), "meter", id);
    }

    private static MeterView view(MeterDecider.Meter meter) {
        return new MeterView(meter.place(), meter.lastValue());
    }

    private static Problem problem(MeterDecider.Rejection rejection) {
        return Problem.of(409, rejection.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), "Refused", "No.");
    }
}
