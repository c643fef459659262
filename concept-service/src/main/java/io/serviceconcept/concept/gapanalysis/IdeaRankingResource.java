package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.concept.DraftParts;
import io.serviceconcept.concept.NeedSuccession;
import io.serviceconcept.concept.gapanalysis.DraftSheets.DraftSheet;
import io.serviceconcept.concept.gapanalysis.IdeaRanking.CostedIdea;
import io.serviceconcept.concept.gapanalysis.IdeaRanking.RankedIdea;
import io.serviceconcept.concept.gapanalysis.RealisedIdea.RankingRemark;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.idea.IdeaState;
import io.serviceconcept.idea.catalogue.OpenIdeaQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/gap-analysis/ideas")
@Tag(name = "Gap analysis")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IdeaRankingResource {

    private final DraftSheets sheets;
    private final OpenIdeaQueries ideas;
    private final DraftParts parts;
    private final PairMeasurements measured;
    private final Caller caller;
    private final AskedMoment moment;

    IdeaRankingResource(DraftSheets sheets, OpenIdeaQueries ideas, DraftParts parts, PairMeasurements measured,
            Caller caller, AskedMoment moment) {
        this.sheets = sheets;
        this.ideas = ideas;
        this.parts = parts;
        this.measured = measured;
        this.caller = caller;
        this.moment = moment;
    }

    /**
     * @param status existing or planned: which channels count
     * @param basis assessed or measured: which fits count, beside those expected of ideas
     * @param version the version of the concept that was analysed
     * @param asOf the moment of which concept and ideas are read, and what was measured by then; absent for now
     * @param coverage 0–1: that of the analysis, before any of the ideas
     * @param items the best first
     */
    record IdeaRankingAnswer(String concept, String status, String basis, long version, @Nullable Instant asOf,
            @Nullable BigDecimal coverage, List<IdeaGain> items) {
    }

    /**
     * What an idea would do, alone.
     *
     * @param cost in euro; absent while unknown
     * @param gain the coverage that it would add, −1 to 1, at most six decimals; absent when that is unknown
     * @param gainPerEuro at most twelve decimals; absent when the gain or the cost is unknown, or the cost is 0
     * @param opens the channels it touches that are planned or in a pilot, and would be open
     * @param remarks why a figure is absent, and which expected fits are left out
     */
    record IdeaGain(String idea, String title, IdeaState state, @Nullable BigDecimal cost, @Nullable BigDecimal gain,
            @Nullable BigDecimal gainPerEuro, List<String> opens, List<RankingRemark> remarks) {

        static IdeaGain of(RankedIdea ranked, RealisedIdea realised) {
            return new IdeaGain(ranked.id(), realised.idea().title(), realised.idea().state(), ranked.euros(),
                    WeightedMean.shown(ranked.gain()), WeightedMean.shownFinely(ranked.gainPerEuro()), realised.opens(),
                    remarks(ranked, realised));
        }

        private static List<RankingRemark> remarks(RankedIdea ranked, RealisedIdea realised) {
            List<RankingRemark> remarks = new ArrayList<>();
            if (realised.changes() == null) {
                remarks.add(new RankingRemark("nothing-expected",
                        "It names no fit that it would change and no channel that it would open."));
            } else if (ranked.gain() == null) {
                remarks.add(new RankingRemark("coverage-unknown", "The coverage is unknown before it or after it."));
            }
            BigDecimal euros = ranked.euros();
            if (euros == null) {
                remarks.add(new RankingRemark("cost-unknown", "Its cost is unknown."));
            } else if (euros.signum() == 0) {
                remarks.add(new RankingRemark("cost-zero", "It costs nothing, so nothing can be divided by its cost."));
            }
            remarks.addAll(realised.remarks());
            return List.copyOf(remarks);
        }
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "rankIdeas", summary = "The open ideas by the coverage that each would gain per euro", description = "Each is judged alone, as if it were realised: the fits expected of it take the place of those assessed, and the channels it touches that are planned or in a pilot are open. Ideas that gain for nothing come first, those of which the cost is unknown last, by what they gain. Rejected and realised ideas stay out.")
    @APIResponse(responseCode = "200", description = "All open ideas, the best first", content = @Content(schema = @Schema(implementation = IdeaRankingAnswer.class)))
    public Response rank(@PathParam("concept") String concept,
            @Parameter(description = "existing counts active channels only, planned also those planned or in a pilot", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "existing",
                    "planned" }, defaultValue = "existing")) @QueryParam("status") @DefaultValue("existing") String status,
            @Parameter(description = "assessed counts what people think of a channel, measured what customers say of it: what was not measured is unknown then. Fits that are expected of ideas take the place of either", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "assessed",
                    "measured" }, defaultValue = "assessed")) @QueryParam("basis") @DefaultValue("assessed") String basis) {
        Scope scope = Scope.asked(status);
        Basis on = Basis.asked(basis);
        Instant past = moment.past();
        DraftSheet draft = sheets.of(concept, moment.asOf());
        Sheet sheet = on == Basis.MEASURED ? draft.sheet().with(measured.of(caller.organisation(), concept, past))
                : draft.sheet();
        NeedSuccession succession = parts.succession(concept);
        Map<String, RealisedIdea> realised = ideas.of(caller.organisation(), concept, past).stream()
                .map(idea -> RealisedIdea.of(idea.following(succession), sheet))
                .collect(Collectors.toMap(one -> one.idea().id(), Function.identity()));
        List<RankedIdea> ranked = IdeaRanking.ranked(sheet, scope, realised.values().stream()
                .map(one -> new CostedIdea(one.idea().id(), one.idea().cost(), one.changes())).toList());
        return Response.ok(new IdeaRankingAnswer(concept, scope.word(), on.word(), draft.version(), past,
                WeightedMean.shown(IdeaRanking.coverage(sheet, scope)),
                ranked.stream().map(one -> IdeaGain.of(one, Objects.requireNonNull(realised.get(one.id())))).toList())).build();
    }
}
