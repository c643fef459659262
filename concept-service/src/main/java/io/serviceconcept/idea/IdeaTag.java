package io.serviceconcept.idea;

import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.ETags;

/**
 * The entity tag of an idea: its version. Needs are merged and split without a new version of the ideas that name them, so
 * what became of them is in the tag too; a change builds on the version alone.
 */
final class IdeaTag {

    private IdeaTag() {
    }

    static EntityTag of(IdeaView idea) {
        List<String> replaced = idea.replacedNeeds().stream()
                .flatMap(need -> Stream.concat(Stream.of(need.need()), need.by().stream())).toList();
        return replaced.isEmpty() ? ETags.of(idea.version()) : ETags.of(idea.version(), replaced.hashCode());
    }

    /** The version that a change builds on, from the header {@code If-Match}; see {@link ETags#requiredOfMarked}. */
    static long required(@Nullable String ifMatch) {
        return ETags.requiredOfMarked(ifMatch);
    }

    static Response ok(IdeaView idea) {
        return Response.ok(idea).tag(of(idea)).build();
    }

    /**
     * @param location a path, see {@link io.serviceconcept.eventsourcing.http.Answers#created}
     */
    static Response created(String location, IdeaView idea) {
        return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, location).tag(of(idea)).entity(idea)
                .build();
    }
}
