package io.serviceconcept.concept;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptCommand.AddPart;
import io.serviceconcept.concept.ConceptCommand.ChangePart;
import io.serviceconcept.concept.ConceptCommand.RemovePart;
import io.serviceconcept.concept.NamedByIdeas.NamingIdea;
import io.serviceconcept.eventsourcing.Handled;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Problem;

/** What the endpoints of every kind of part have in common: add, list, get, change and remove. */
@ApplicationScoped
class PartEndpoints {

    private static final Set<PartKind> NAMED_BY_IDEAS = Set.of(PartKind.NEED, PartKind.CHANNEL, PartKind.CUSTOMER_GROUP);

    private final Concepts concepts;
    private final NamedByIdeas ideas;
    private final Caller caller;

    PartEndpoints(Concepts concepts, NamedByIdeas ideas, Caller caller) {
        this.concepts = concepts;
        this.ideas = ideas;
        this.caller = caller;
    }

    <P extends Part> Response add(PartType<P> type, String concept, P part) {
        String location = type.location(concept, part.id());
        return switch (concepts.creating(concept, location, new AddPart(part))) {
            case Handled.Done<Concept, ConceptEvent, ConceptRejection> done -> created(type, location, part.id(),
                    done.state().draft());
            case Handled.Repeated<Concept, ConceptEvent, ConceptRejection> repeated -> created(type, repeated.location(),
                    repeated.location().substring(repeated.location().lastIndexOf('/') + 1), concepts.draft(concept));
            case Handled.Rejected<Concept, ConceptEvent, ConceptRejection> rejected -> throw Refusals
                    .exception(rejected.reason());
        };
    }

    <P extends Part> Response list(PartType<P> type, String concept, UriInfo uri, @Nullable Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        PartList list = PartList.asked(type.kind(), uri.getQueryParameters());
        Parts parts = concepts.draft(concept).parts();
        Page<Versioned<P>> page = Page.among(
                parts.all(type.type(), type.kind()).stream().filter(part -> list.holds(part.value(), parts)).toList(), request,
                list.sort(), part -> list.place(part.value(), parts));
        return Answers.page(uri, new Page<>(page.items().stream()
                .map(part -> type.view().apply(part.value(), part.version())).toList(), page.next()));
    }

    <P extends Part> Response get(PartType<P> type, String concept, String id) {
        Versioned<Part> part = concepts.draft(concept).parts().find(type.kind(), id)
                .orElseThrow(() -> Problem.notFound().exception());
        return Answers.ok(part.version(), type.view(part));
    }

    <P extends Part> Response change(PartType<P> type, String concept, @Nullable String ifMatch, P part) {
        return answer(type, part.id(), concepts.change(concept, new ChangePart(ETags.required(ifMatch), part)));
    }

    <P extends Part> Response remove(PartType<P> type, String concept, @Nullable String ifMatch, String id) {
        long seen = ETags.required(ifMatch);
        List<NamingIdea> naming = NAMED_BY_IDEAS.contains(type.kind())
                && concepts.draft(concept).parts().has(type.kind(), id)
                        ? ideas.naming(caller.organisation(), concept, named(type.kind(), concept, id))
                        : List.of();
        concepts.change(concept, new RemovePart(seen, type.kind(), id, naming));
        return Response.noContent().build();
    }

    /** Who names a need that was merged or split names those that are there instead. */
    private Set<String> named(PartKind kind, String concept, String id) {
        return kind == PartKind.NEED ? NeedSuccession
                .of(concepts.events(concept).stream().map(recorded -> (ConceptEvent) recorded.event()).toList()).named(id)
                : Set.of(id);
    }

    /** The part as it is after a change. */
    <P extends Part> Response answer(PartType<P> type, String id, Concept state) {
        Versioned<Part> part = state.draft().parts().find(type.kind(), id)
                .orElseThrow(() -> Problem.notFound().exception());
        return Answers.ok(part.version(), type.view(part));
    }

    /** What was created by the first of two equal requests may be gone when the second comes. */
    private static Response created(PartType<?> type, String location, String id, Draft draft) {
        Optional<Versioned<Part>> part = draft.parts().find(type.kind(), id);
        return part.map(present -> Answers.created(location, present.version(), type.view(present)))
                .orElseGet(() -> Response.created(URI.create(location)).build());
    }
}
