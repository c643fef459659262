package io.serviceconcept.idea;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.concept.ConceptIdeas;
import io.serviceconcept.concept.DraftParts;
import io.serviceconcept.concept.NeedSuccession;
import io.serviceconcept.concept.Part;
import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.idea.Idea.Present;
import io.serviceconcept.idea.IdeaEvent.IdeaProposed;

/** Ideas on their way in and out of documents of concepts. */
@ApplicationScoped
class DocumentIdeas implements ConceptIdeas {

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
    public List<IdeaContent> of(String concept) {
        NeedSuccession succession = parts.succession(concept);
        List<Present> present = ids.of(caller.organisation(), concept).stream().flatMap(id -> ideas.find(concept, id).stream())
                .filter(idea -> !idea.state().isOver()).toList();
        Set<Part.Reference> known = parts.among(concept, present.stream()
                .flatMap(idea -> idea.outline().following(succession).references().stream()).toList());
        Set<String> there = known.stream().map(Part.Reference::id).collect(Collectors.toSet());
        return present.stream().map(idea -> IdeaContent.of(idea.outline().following(succession).among(there))).toList();
    }

    @Override
    public ToldIdea read(JsonNode idea) {
        return new Told(json.bind(idea, IdeaContent.class).outline());
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
