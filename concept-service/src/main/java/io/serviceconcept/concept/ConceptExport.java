package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.concept.ConceptDocument.DocumentFit;
import io.serviceconcept.concept.ConceptDocument.DocumentImportance;
import io.serviceconcept.concept.ConceptDocument.DocumentIndicator;
import io.serviceconcept.concept.ConceptDocument.StemsFrom;
import io.serviceconcept.concept.ConceptsResource.NewConcept;
import io.serviceconcept.concept.DirectionResource.DirectionContent;
import io.serviceconcept.concept.ImportanceResource.NeedImportanceContent;

/** Writes a draft as a document. */
final class ConceptExport {

    private ConceptExport() {
    }

    /**
     * @param indicators what is known of the indicators that the draft names
     * @param ideas those of the concept, as {@link ConceptIdeas#of} tells them
     */
    static ConceptDocument document(Draft draft, List<IndicatorDefinition> indicators, List<JsonNode> ideas) {
        Draft.Identity identity = draft.identity();
        Map<String, List<ObjectNode>> parts = new LinkedHashMap<>();
        DocumentKind.ALL.forEach(kind -> parts.put(kind.field(), kind.items(draft.parts())));
        return new ConceptDocument(ConceptDocument.FORMAT, ConceptDocument.VERSION,
                new NewConcept(identity.name(), identity.slug(), identity.description()), stemsFrom(draft),
                indicators.stream().map(DocumentIndicator::of).toList(),
                DirectionContent.of(draft.direction().value()), parts, importance(draft), fits(draft.assessments()), ideas);
    }

    /**
     * What is known of the indicators that parts of the draft name, and of those that they are the change of: from the
     * organisation, or else from the document that the concept was made from.
     */
    static List<IndicatorDefinition> indicators(Draft draft, Function<Set<String>, List<IndicatorDefinition>> known) {
        Map<String, IndicatorDefinition> found = new TreeMap<>();
        Set<String> asked = indicators(draft);
        // a change is one of an indicator that is no change itself
        for (int step = 0; step < 2 && !asked.isEmpty(); step++) {
            Set<String> wanted = asked;
            draft.foreign().stream().filter(one -> wanted.contains(one.id())).forEach(one -> found.put(one.id(), one));
            known.apply(wanted).forEach(one -> found.put(one.id(), one));
            asked = found.values().stream().map(IndicatorDefinition::changeOf).filter(Objects::nonNull)
                    .filter(id -> !found.containsKey(id)).collect(Collectors.toSet());
        }
        return List.copyOf(found.values());
    }

    /** The indicators that parts of the draft name. */
    private static Set<String> indicators(Draft draft) {
        return DocumentKind.ALL.stream().flatMap(kind -> kind.items(draft.parts()).stream())
                .map(item -> item.path("indicator").textValue()).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static @Nullable StemsFrom stemsFrom(Draft draft) {
        return draft.editions().isEmpty() ? null
                : new StemsFrom(draft.editions().size(), draft.editions().getLast());
    }

    private static List<DocumentImportance> importance(Draft draft) {
        return draft.importance().entrySet().stream().map(of -> new DocumentImportance(of.getKey(),
                NeedImportanceContent.of(of.getValue().value()).importance())).toList();
    }

    /** Who assessed is nobody's business elsewhere: assessors are counted, in the order in which they come. */
    private static List<DocumentFit> fits(Assessments assessments) {
        Map<String, String> assessors = new LinkedHashMap<>();
        List<DocumentFit> fits = new ArrayList<>();
        assessments.byNeed().forEach((need, row) -> row.forEach((channel, cell) -> cell.forEach((assessor, given) -> {
            assessors.putIfAbsent(assessor, Integer.toString(assessors.size() + 1));
            fits.add(new DocumentFit(need, channel, assessors.get(assessor), given.value().fit(),
                    given.value().rationale()));
        })));
        return fits;
    }
}
