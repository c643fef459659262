package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import io.serviceconcept.concept.ConceptDocument.DocumentMeasure;
import io.serviceconcept.concept.ConceptEvent.ConceptCreated;
import io.serviceconcept.concept.ConceptEvent.DirectionSet;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptImport.Content;
import io.serviceconcept.concept.ConceptImport.Entry;
import io.serviceconcept.concept.ImportanceResource.NeedImportanceContent;
import io.serviceconcept.concept.Objective.ObjectiveDimension;

/**
 * A concept made from a document, with ids of its own.
 *
 * @param events what happened to it after it was created
 * @param ids the ids of its parts, by those in the document
 */
record ImportedConcept(ConceptCreated created, List<ConceptEvent> events, Map<String, String> ids,
        List<ResolvedIndicator> resolved, List<UnresolvedIndicator> unresolved, List<UnresolvedSlice> slices) {

    /** The id of a part that the document calls so. */
    String id(String former) {
        return Objects.requireNonNull(ids.get(former));
    }

    /**
     * An indicator that the organisation has under another id.
     *
     * @param id in the document
     * @param indicator its id in the organisation
     */
    record ResolvedIndicator(String id, String indicator, String name) {
    }

    /**
     * An indicator that the organisation does not have, or more than once. What it measures goes on naming it by its id in
     * the document, which keeps the concept from being proposed.
     *
     * @param id in the document
     * @param name absent when the document does not say
     * @param definition how it is computed; absent when the document does not say
     * @param candidates the indicators of the organisation with an equal definition; empty when it has none
     * @param usedBy where the document names it, as JSON Pointers
     */
    record UnresolvedIndicator(String id, @Nullable String name, @Nullable String unit, @Nullable DocumentMeasure definition,
            List<String> candidates, List<String> usedBy) {
    }

    /**
     * A slice along something that is no part of a concept, so nobody can say here whether the organisation has it. It is
     * kept as it is.
     *
     * @param pointer where the key stands in the document, as a JSON Pointer
     */
    record UnresolvedSlice(String pointer, ObjectiveDimension dimension, String key) {
    }

    /** Gives new ids and rewrites every reference. */
    static final class Making {

        private final Content content;
        private final IndicatorMatches indicators;
        private final Map<String, String> ids = new HashMap<>();
        private final Set<String> given;
        private final Map<String, ResolvedIndicator> resolved = new LinkedHashMap<>();
        private final Map<String, List<String>> unresolved = new LinkedHashMap<>();
        private final List<UnresolvedSlice> slices = new ArrayList<>();

        /**
         * @param known the indicators of the organisation that may be meant
         */
        Making(Content content, Collection<IndicatorDefinition> known, Supplier<String> newId) {
            this.content = content;
            this.indicators = new IndicatorMatches(content.definitions(), known);
            content.entries().keySet().forEach(id -> ids.put(id, newId.get()));
            this.given = Set.copyOf(ids.values());
        }

        /**
         * @param fingerprint of the document
         */
        ImportedConcept make(String concept, String fingerprint) {
            List<ConceptEvent> events = new ArrayList<>();
            if (!content.direction().equals(Direction.NONE)) {
                events.add(new DirectionSet(content.direction()));
            }
            content.entries().forEach((id, entry) -> events.add(PartRules.added(part(id, entry))));
            content.importance().forEach(of -> events.add(new ImportanceSet(id(of.need()), importance(of))));
            content.fits().forEach(fit -> events.add(new FitAssessed(id(fit.need()), id(fit.channel()),
                    "imported:" + fit.assessor(), fit.fit(), fit.rationale())));
            ConceptCreated created = new ConceptCreated(concept, content.concept().name(), content.concept().slug(),
                    content.concept().description(), fingerprint, foreign());
            return new ImportedConcept(created, events, Map.copyOf(ids), List.copyOf(resolved.values()), unresolved(),
                    List.copyOf(slices));
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
            if (indicator != null) {
                item.put("indicator", indicator(indicator, entry.pointer() + "/indicator"));
            }
            slice(item.path("slice"), entry.pointer() + "/slice/key");
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

        /** The id in the organisation; where it is not known which that is, the id stays. */
        private String indicator(String id, String pointer) {
            List<String> ours = indicators.of(id);
            if (ours.size() != 1) {
                unresolved.computeIfAbsent(id, one -> new ArrayList<>()).add(pointer);
                return id;
            }
            String found = ours.getFirst();
            IndicatorDefinition definition = indicators.definition(id);
            if (definition != null && !found.equals(id)) {
                resolved.put(id, new ResolvedIndicator(id, found, definition.name()));
            }
            return found;
        }

        private void slice(JsonNode slice, String pointer) {
            String key = slice.path("key").textValue();
            if (key != null) {
                ObjectiveDimension dimension = ObjectiveDimension.valueOf(slice.path("dimension").asText());
                if (dimension.parts().isEmpty()) {
                    slices.add(new UnresolvedSlice(pointer, dimension, key));
                }
            }
        }

        /** With those that they are the change of, so that another document made of the concept says as much as this one. */
        private @Nullable List<IndicatorDefinition> foreign() {
            Set<String> ids = new LinkedHashSet<>(unresolved.keySet());
            unresolved.keySet().stream().map(indicators::definition).filter(Objects::nonNull)
                    .map(IndicatorDefinition::changeOf).filter(Objects::nonNull).forEach(ids::add);
            List<IndicatorDefinition> foreign = ids.stream().map(indicators::definition).filter(Objects::nonNull).toList();
            return foreign.isEmpty() ? null : foreign;
        }

        private List<UnresolvedIndicator> unresolved() {
            return unresolved.entrySet().stream().map(named -> {
                IndicatorDefinition definition = indicators.definition(named.getKey());
                List<String> candidates = indicators.of(named.getKey());
                return definition == null
                        ? new UnresolvedIndicator(named.getKey(), null, null, null, candidates, named.getValue())
                        : new UnresolvedIndicator(named.getKey(), definition.name(), definition.unit(),
                                DocumentMeasure.of(definition.measure()), candidates, named.getValue());
            }).toList();
        }
    }
}
