package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptCommand.AssessFits;
import io.serviceconcept.concept.MatrixCsv.Dialect;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/matrix")
@Tag(name = "Gap analysis")
@RunOnVirtualThread
class MatrixResource {

    private static final String CSV = "text/csv";
    private static final int MOST_BYTES = 1_000_000;
    /** A fault for each of a million fields would help nobody. */
    private static final int MOST_FAULTS = 1_000;
    private static final Map<String, Charset> CHARSETS = Map.of("utf-8", StandardCharsets.UTF_8, "windows-1252",
            Charset.forName("windows-1252"), "iso-8859-1", StandardCharsets.ISO_8859_1);

    private final Concepts concepts;
    private final Caller caller;

    MatrixResource(Concepts concepts, Caller caller) {
        this.concepts = concepts;
        this.caller = caller;
    }

    /**
     * @param fits how many fits the matrix holds; halves that are the present median of several assessors are none
     * @param changed how many of them you had not given, or had given otherwise
     */
    record MatrixAssessed(int fits, int changed) {
    }

    @GET
    @Produces(CSV)
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getMatrix", summary = "The matrix of needs and channels as CSV", description = "Channels that are retired are left out. A name that a spreadsheet would take for a formula has an apostrophe before it, which is taken off again when it comes back.")
    @APIResponse(responseCode = "200", description = "A line per need, a column per channel, the fits between", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response get(@PathParam("concept") String concept,
            @Parameter(description = "all gives the median over the assessors, mine the fits that you gave: what to change and send back", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "all", "mine" }, defaultValue = "all")) @QueryParam("assessments") @DefaultValue("all") String assessments,
            @Parameter(description = "excel is as a spreadsheet with Dutch settings reads it: semicolons, decimal commas and a byte order mark", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "rfc4180",
                    "excel" }, defaultValue = "rfc4180")) @QueryParam("format") @DefaultValue("rfc4180") String format) {
        new Checks().require(List.of("all", "mine").contains(assessments), "?assessments", "is all or mine")
                .require(List.of("rfc4180", "excel").contains(format), "?format", "is rfc4180 or excel").pass();
        Draft draft = concepts.draft(concept);
        String csv = MatrixCsv.write(format.equals("excel") ? Dialect.EXCEL : Dialect.RFC4180, sorted(draft.parts().needs()),
                sorted(draft.parts().channels().stream().filter(channel -> channel.status() != ChannelStatus.RETIRED)
                        .toList()),
                assessments.equals("mine") ? mine(draft) : medians(draft));
        return Response.ok(csv).type(CSV + ";charset=UTF-8;header=present").tag(ETags.of(draft.version()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"matrix.csv\"").build();
    }

    @PUT
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "assessMatrix", summary = "Assess the fits of a matrix in CSV, all of them or none", description = "A line per need, a column per channel, by name. The fits are yours and replace those that you gave before; an empty field leaves what you gave, and nothing touches what others gave, so no If-Match is asked. A half is nobody's fit: where it is the present median, as in what was exported, it leaves what you gave too. Commas, semicolons and tabs are understood. With anything wrong nothing is assessed and lines names every fault.")
    @APIResponse(responseCode = "200", description = "Assessed", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MatrixAssessed.class)))
    public Response assess(@PathParam("concept") String concept,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))) byte @Nullable [] body) {
        byte[] bytes = body == null ? new byte[0] : body;
        if (bytes.length > MOST_BYTES) {
            throw Problem.of(413, "too-large", "Too large", "The body is too large.").exception();
        }
        Draft before = concepts.draft(concept);
        List<AssessFits.Cell> cells = cells(text(bytes, charset(contentType)), before);
        Draft after = concepts.change(concept, new AssessFits(caller.subject(), cells)).draft();
        int changed = (int) cells.stream().filter(cell -> before.assessments()
                .find(cell.need(), cell.channel(), caller.subject()).filter(given -> given.value().fit() == cell.fit())
                .isEmpty()).count();
        return Answers.ok(after.version(), new MatrixAssessed(cells.size(), changed));
    }

    private static List<AssessFits.Cell> cells(String text, Draft draft) {
        try {
            MatrixImport.Read read = MatrixImport.read(MatrixCsv.read(text), draft.parts(), draft.assessments());
            if (read.faults().isEmpty()) {
                return read.cells();
            }
            throw refused(read.faults());
        } catch (MatrixCsv.Unreadable e) {
            throw refused(List.of(e.fault()));
        }
    }

    private static RuntimeException refused(List<MatrixFault> faults) {
        return Problem.of(400, "invalid-matrix", "Invalid matrix",
                faults.size() == 1 ? "One thing is wrong with this matrix; nothing was assessed."
                        : faults.size() + " things are wrong with this matrix; nothing was assessed.")
                .with("lines", faults.stream().limit(MOST_FAULTS).toList()).exception();
    }

    private static String charset(@Nullable String contentType) {
        String charset = contentType == null ? null : MediaType.valueOf(contentType).getParameters().get("charset");
        return charset == null ? "utf-8" : charset.toLowerCase(Locale.ROOT);
    }

    private static String text(byte[] body, String charset) {
        Charset known = CHARSETS.get(charset);
        if (known == null) {
            throw new InvalidInput("", "is in UTF-8, or in the windows-1252 or iso-8859-1 that the Content-Type names");
        }
        try {
            return known.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInput("", "is not " + charset + "; save it as CSV UTF-8, or name its charset in the Content-Type");
        }
    }

    private BiFunction<Need, Channel, @Nullable BigDecimal> mine(Draft draft) {
        return (need, channel) -> draft.assessments().find(need.id(), channel.id(), caller.subject())
                .map(given -> BigDecimal.valueOf(given.value().fit())).orElse(null);
    }

    private static BiFunction<Need, Channel, @Nullable BigDecimal> medians(Draft draft) {
        Map<String, Map<String, BigDecimal>> medians = draft.assessments().fits().stream()
                .collect(Collectors.groupingBy(EditionContent.Fit::need,
                        Collectors.toMap(EditionContent.Fit::channel, cell -> cell.fit().median())));
        return (need, channel) -> medians.getOrDefault(need.id(), Map.of()).get(channel.id());
    }

    private static <P extends Part> List<P> sorted(List<P> parts) {
        return parts.stream()
                .sorted(Comparator.comparing((P part) -> Names.folded(part.name())).thenComparing(Part::id)).toList();
    }
}
