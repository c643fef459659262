package io.serviceconcept.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.serviceconcept.concept.AskedMoment;
import io.serviceconcept.eventsourcing.http.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/evaluation")
@Tag(name = "Evaluation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EvaluationResource {

    private final Evaluations evaluations;
    private final Caller caller;
    private final AskedMoment moment;

    EvaluationResource(Evaluations evaluations, Caller caller, AskedMoment moment) {
        this.evaluations = evaluations;
        this.caller = caller;
        this.moment = moment;
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getEvaluation", summary = "How the edition in force does: the verdict on each objective and service level, and each channel as measured beside as assessed", description = "As it is now: asOf is refused.")
    public Standing get(@PathParam("concept") String concept) {
        moment.onlyNow();
        return evaluations.of(caller.organisation(), concept, caller.now());
    }
}
