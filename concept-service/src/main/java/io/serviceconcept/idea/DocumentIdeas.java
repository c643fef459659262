package io.serviceconcept.idea;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.concept.ConceptIdeas;
import io.serviceconcept.concept.DraftParts;
import io.serviceconcept.concept.NeedSuccession;
import io.serviceconcept.concept.Part;
import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.idea.Idea.Present;
import io.serviceconcept.idea.IdeaEvent.IdeaProposed;

/** Ideas on their way in and out of documents of concepts. */
@ApplicationScoped
class DocumentIdeas implements ConceptIdeas {

    private static final String STATE = "state";

    private final Ideas ideas;
    private final IdeaIdQueries ids;
    private final DraftParts parts;
    private final StrictJson json;
    private final Caller caller;

    DocumentIdeas(Ideas ideas, IdeaIdQueries ids, DraftParts parts, StrictJson json, Caller caller) {
        this.ideas = ideas;
        this.ids = ids;
        this.parts = parts;
        this.json = json;
        this.caller = caller;
    }

    @Override
    public List<DocumentIdea> of(String concept) {
        NeedSuccession succession = parts.succession(concept);
        List<Present> present = ids.of(caller.organisation(), concept).stream().flatMap(id -> ideas.find(concept, id).stream())
                .toList();
        Set<Part.Reference> known = parts.among(concept, present.stream()
                .flatMap(idea -> idea.outline().following(succession).references().stream()).toList());
        Set<String> there = known.stream().map(Part.Reference::id).collect(Collectors.toSet());
        return present.stream().map(idea -> new DocumentIdea(
                IdeaContent.of(idea.outline().following(succession).among(there)), idea.state())).toList();
    }

    /** As a document holds it. */
    record DocumentIdea(@JsonUnwrapped IdeaContent content, IdeaState state) {
    }

    @Override
    public ToldIdea read(JsonNode idea) {
        List<Violation> violations = new ArrayList<>();
        JsonNode content = idea;
        if (idea instanceof ObjectNode item) {
            ObjectNode body = item.deepCopy();
            JsonNode state = body.remove(STATE);
            if (state != null && Stream.of(IdeaState.values()).noneMatch(known -> known.name().equals(state.textValue()))) {
                violations.add(new Violation('/' + STATE, "is one of " + List.of(IdeaState.values())));
            }
            content = body;
        }
        IdeaOutline outline = outline(content, violations);
        if (outline == null || !violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new Told(outline);
    }

    private @Nullable IdeaOutline outline(JsonNode content, List<Violation> violations) {
        try {
            return json.bind(content, IdeaContent.class).outline();
        } catch (InvalidInput invalid) {
            violations.addAll(invalid.violations());
            return null;
        }
    }

    private record Told(IdeaOutline outline) implements ToldIdea {

        @Override
        public List<Part.Reference> references() {
            return outline.references();
        }

        @Override
        public Append.Change proposed(String organisation, String concept, UnaryOperator<String> ids) {
            IdeaId id = new IdeaId(UUID.randomUUID().toString());
            return new Append.Change(id.stream(organisation), 0, List.of(new IdeaProposed(concept, outline.with(ids))));
        }
    }
}
