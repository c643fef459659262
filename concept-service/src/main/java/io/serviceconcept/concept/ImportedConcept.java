package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.concept.ConceptDocument.DocumentImportance;
import io.serviceconcept.concept.ConceptDocument.DocumentIndicator;
import io.serviceconcept.concept.ConceptEvent.ConceptCreated;
import io.serviceconcept.concept.ConceptEvent.DirectionSet;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptImport.Content;
import io.serviceconcept.concept.ConceptImport.Entry;
import io.serviceconcept.concept.ImportanceResource.NeedImportanceContent;

/**
 * A concept made from a document, with ids of its own.
 *
 * @param events what happened to it after it was created
 */
record ImportedConcept(ConceptCreated created, List<ConceptEvent> events, List<UnresolvedIndicator> unresolved) {

    /**
     * An indicator that the organisation does not have. What it measures is left without one, which keeps the concept from
     * being proposed.
     *
     * @param id in the document
     * @param name absent when the document does not say
     * @param usedBy where the document names it, as JSON Pointers
     */
    record UnresolvedIndicator(String id, @Nullable String name, @Nullable String unit, List<String> usedBy) {
    }

    /** Gives new ids and rewrites every reference. */
    static final class Making {

        private final Content content;
        private final Set<String> known;
        private final Map<String, String> ids = new HashMap<>();
        private final Set<String> given;
        private final Map<String, List<String>> unresolved = new LinkedHashMap<>();

        /**
         * @param known the indicators that the organisation has
         */
        Making(Content content, Set<String> known, Supplier<String> newId) {
            this.content = content;
            this.known = known;
            content.entries().keySet().forEach(id -> ids.put(id, newId.get()));
            this.given = Set.copyOf(ids.values());
        }

        ImportedConcept make(ConceptCreated created) {
            List<ConceptEvent> events = new ArrayList<>();
            if (!content.direction().equals(Direction.NONE)) {
                events.add(new DirectionSet(content.direction()));
            }
            content.entries().forEach((id, entry) -> events.add(PartRules.added(part(id, entry))));
            content.importance().forEach(of -> events.add(new ImportanceSet(id(of.need()), importance(of))));
            content.fits().forEach(fit -> events.add(new FitAssessed(id(fit.need()), id(fit.channel()),
                    "imported:" + fit.assessor(), fit.fit(), fit.rationale())));
            return new ImportedConcept(created, events, unresolved());
        }

        private List<Need.Importance> importance(DocumentImportance of) {
            JsonNode body = Trees.of(of);
            for (JsonNode one : body.path("importance")) {
                ((ObjectNode) one).put("group", id(one.path("group").textValue()));
            }
            return Trees.read(body, NeedImportanceContent.class).checked();
        }

        private String id(String former) {
            return ids.getOrDefault(former, former);
        }

        private Part part(String id, Entry entry) {
            ObjectNode item = entry.item().deepCopy();
            if (entry.part() != null) {
                entry.part().references().forEach(reference -> rewrite(item, reference.pointer()));
            }
            String indicator = entry.indicator();
            if (indicator != null && !known.contains(indicator)) {
                item.remove("indicator");
                unresolved.computeIfAbsent(indicator, one -> new ArrayList<>()).add(entry.pointer() + "/indicator");
            }
            Checks checks = new Checks();
            Part part = entry.kind().part(item, id(id), Trees::read, checks, entry.pointer());
            checks.pass();
            if (part == null || !part.references().stream().allMatch(reference -> given.contains(reference.id()))) {
                throw new IllegalStateException("the references of a " + entry.kind().type().kind().word()
                        + " are not where it says");
            }
            return part;
        }

        /** A key of two parts has a bar between their ids. */
        private void rewrite(ObjectNode item, String pointer) {
            JsonPointer at = JsonPointer.compile(pointer);
            String text = item.at(at).asText();
            String rewritten = Stream.of(text.split("\\|")).map(this::id).collect(Collectors.joining("|"));
            JsonNode holder = item.at(at.head());
            if (holder instanceof ObjectNode object) {
                object.put(at.last().getMatchingProperty(), rewritten);
            } else if (holder instanceof ArrayNode array) {
                array.set(at.last().getMatchingIndex(), array.textNode(rewritten));
            }
        }

        private List<UnresolvedIndicator> unresolved() {
            Map<String, DocumentIndicator> definitions = content.indicators().stream()
                    .collect(Collectors.toMap(DocumentIndicator::id, one -> one));
            return unresolved.entrySet().stream().map(named -> {
                DocumentIndicator definition = definitions.get(named.getKey());
                return new UnresolvedIndicator(named.getKey(), definition == null ? null : definition.name(),
                        definition == null ? null : definition.unit(), named.getValue());
            }).toList();
        }
    }
}
