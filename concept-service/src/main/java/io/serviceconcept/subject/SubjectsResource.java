package io.serviceconcept.subject;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.serviceconcept.eventsourcing.SubjectId;
import io.serviceconcept.eventsourcing.Subjects;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** A subject has the same id in all services, and an erasure reaches them all through the ledger of this one. */
@Path("/v1/subjects/{subject}")
@Tag(name = "Subjects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SubjectsResource {

    private final Subjects subjects;
    private final Caller caller;

    SubjectsResource(Subjects subjects, Caller caller) {
        this.subjects = subjects;
        this.caller = caller;
    }

    @DELETE
    @RolesAllowed("admin")
    @Extension(name = "x-without-history", value = "nothing is kept of a person who is erased")
    @Operation(operationId = "eraseSubject", summary = "Erase what a person said", description = "For ever: the key by which it could be read is destroyed, and what still arrives of the person is stored without it. Figures stay as they are. Erasing somebody again, or somebody of whom nothing is known, is answered the same.")
    @APIResponse(responseCode = "204", description = "Erased; no reading that begins now shows it")
    public void erase(
            @Parameter(description = "The id that was answered with what the person said; never a name or a pseudonym") @PathParam("subject") String subject) {
        subjects.erase(caller.organisation(), id(subject));
    }

    private static SubjectId id(String subject) {
        try {
            return new SubjectId(subject);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound().exception();
        }
    }
}
