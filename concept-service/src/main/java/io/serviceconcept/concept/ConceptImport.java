package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.concept.ConceptDocument.DocumentFit;
import io.serviceconcept.concept.ConceptDocument.DocumentImportance;
import io.serviceconcept.concept.ConceptDocument.DocumentIndicator;
import io.serviceconcept.concept.ConceptDocument.StemsFrom;
import io.serviceconcept.concept.ConceptIdeas.ToldIdea;
import io.serviceconcept.concept.ConceptsResource.NewConcept;
import io.serviceconcept.concept.DirectionResource.DirectionContent;
import io.serviceconcept.concept.DocumentKind.BodyReader;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;

/**
 * Reads a document of a concept. Everything that is wrong with it is found at once; of a part that is not of its shape,
 * what it refers to is judged when it is.
 */
final class ConceptImport {

    private static final Set<String> FIELDS = Set.of("format", "version", "concept", "stemsFrom", "indicators", "direction",
            "parts", "importance", "fits", "ideas");

    private final Checks checks = new Checks();
    private final JsonNode document;
    private final BodyReader reader;
    private final Function<JsonNode, ToldIdea> ideas;

    private ConceptImport(JsonNode document, BodyReader reader, Function<JsonNode, ToldIdea> ideas) {
        this.document = document;
        this.reader = reader;
        this.ideas = ideas;
    }

    /**
     * Everything that a document holds, in order.
     *
     * @param entries the parts by their ids in the document
     */
    record Content(NewConcept concept, Direction direction, List<DocumentIndicator> indicators,
            Map<String, Entry> entries, List<DocumentImportance> importance, List<DocumentFit> fits, List<ToldIdea> ideas) {

        Collection<Entry> parts() {
            return entries.values();
        }

        /** The indicators that parts name. */
        Set<String> indicatorsNamed() {
            Set<String> named = new TreeSet<>();
            parts().stream().map(Entry::indicator).filter(indicator -> indicator != null).forEach(named::add);
            return named;
        }

        /** What the document says of indicators. */
        List<IndicatorDefinition> definitions() {
            return indicators.stream().map(DocumentIndicator::known).toList();
        }

        /** The kinds of those that can be recognised by definition. */
        Set<String> kinds() {
            return definitions().stream().map(IndicatorDefinition::measure).filter(Objects::nonNull)
                    .map(IndicatorDefinition.Measure::kind).collect(Collectors.toSet());
        }
    }

    /**
     * A part as it stands in the document.
     *
     * @param part null when it is not of its shape
     */
    record Entry(DocumentKind<?, ?> kind, ObjectNode item, String pointer, @Nullable Part part) {

        @Nullable
        String indicator() {
            return item.path("indicator").textValue();
        }
    }

    /**
     * @param ideas reads an idea, as {@link ConceptIdeas#read}
     * @throws InvalidInput naming everything that is wrong with the document
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 413 when it holds too much
     */
    static Content read(JsonNode document, BodyReader reader, Function<JsonNode, ToldIdea> ideas) {
        return new ConceptImport(document, reader, ideas).read();
    }

    private Content read() {
        requireFormat();
        requireNotTooMuch();
        document.fieldNames().forEachRemaining(
                field -> checks.require(FIELDS.contains(field), pointer(field), "is not a known field"));
        NewConcept concept = one("concept", NewConcept.class);
        checks.require(concept != null || document.has("concept"), "/concept", "is required");
        one("stemsFrom", StemsFrom.class);
        Direction direction = direction();
        List<DocumentIndicator> indicators = indicators();
        Map<String, Entry> entries = entries();
        new DocumentRules(entries, checks).check();
        List<DocumentImportance> importance = importance(entries);
        List<DocumentFit> fits = fits(entries);
        List<ToldIdea> told = ideas(entries);
        checks.pass();
        if (concept == null || direction == null) {
            throw new IllegalStateException("nothing was wrong with what could not be read");
        }
        return new Content(concept, direction, indicators, entries, importance, fits, told);
    }

    private static String pointer(String field) {
        return JsonPointer.empty().appendProperty(field).toString();
    }

    static RuntimeException tooLarge(String detail) {
        return Problem.of(413, "too-large", "Too large", detail).exception();
    }

    /** What is of another format is not judged as if it were of this one. */
    private void requireFormat() {
        if (!document.isObject()) {
            throw new InvalidInput("", "is not a document of a concept");
        }
        Checks format = new Checks();
        format.require(ConceptDocument.FORMAT.equals(document.path("format").textValue()), "/format",
                "is not " + ConceptDocument.FORMAT);
        JsonNode version = document.path("version");
        format.require(version.isInt() && version.intValue() == ConceptDocument.VERSION, "/version",
                "is not " + ConceptDocument.VERSION + ", the version that is read here");
        format.pass();
    }

    private void requireNotTooMuch() {
        for (DocumentKind<?, ?> kind : DocumentKind.ALL) {
            requireNotTooMuch(document.path("parts").path(kind.field()), kind.type().kind().most(), "parts/" + kind.field());
        }
        requireNotTooMuch(document.path("importance"), PartKind.NEED.most(), "importance");
        requireNotTooMuch(document.path("indicators"), PartKind.OBJECTIVE.most() + PartKind.SERVICE_LEVEL.most(),
                "indicators");
        requireNotTooMuch(document.path("fits"), Assessments.MOST, "fits");
        requireNotTooMuch(document.path("ideas"), ConceptDocument.MOST_IDEAS, "ideas");
    }

    private static void requireNotTooMuch(JsonNode list, int most, String name) {
        if (list.size() > most) {
            throw tooLarge("A document holds at most " + most + " in " + name + '.');
        }
    }

    private <T> @Nullable T one(String field, Class<T> type) {
        JsonNode node = document.path(field);
        return node.isMissingNode() ? null : checks.read('/' + field, () -> reader.bind(node, type));
    }

    private @Nullable Direction direction() {
        JsonNode node = document.path("direction");
        return node.isMissingNode() ? Direction.NONE
                : checks.read("/direction", () -> reader.bind(node, DirectionContent.class).direction());
    }

    private List<JsonNode> items(JsonNode list, String pointer) {
        checks.require(list.isArray() || list.isMissingNode(), pointer, "is not a list");
        return list.isArray() ? list.valueStream().toList() : List.of();
    }

    private <T> List<T> all(String field, Class<T> type, Checked check) {
        List<T> read = new ArrayList<>();
        List<JsonNode> items = items(document.path(field), '/' + field);
        for (int i = 0; i < items.size(); i++) {
            JsonNode node = items.get(i);
            String pointer = '/' + field + '/' + i;
            T item = checks.read(pointer, () -> reader.bind(node, type));
            check.check(node, pointer);
            if (item != null) {
                read.add(item);
            }
        }
        return read;
    }

    /** What is checked of an item beyond its shape, whether or not it has that. */
    @FunctionalInterface
    private interface Checked {
        void check(JsonNode item, String pointer);
    }

    private List<DocumentIndicator> indicators() {
        Set<String> ids = new HashSet<>();
        return all("indicators", DocumentIndicator.class,
                (indicator, pointer) -> requireOnce(ids, indicator.path("id"), pointer + "/id"));
    }

    private Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        JsonNode parts = document.path("parts");
        checks.require(parts.isObject() || parts.isMissingNode(), "/parts", "is not an object");
        Map<String, DocumentKind<?, ?>> kinds = new HashMap<>();
        DocumentKind.ALL.forEach(kind -> kinds.put(kind.field(), kind));
        parts.fieldNames().forEachRemaining(
                field -> checks.require(kinds.containsKey(field), "/parts" + pointer(field), "is not a known field"));
        for (DocumentKind<?, ?> kind : DocumentKind.ALL) {
            String pointer = "/parts/" + kind.field();
            List<JsonNode> items = items(parts.path(kind.field()), pointer);
            for (int i = 0; i < items.size(); i++) {
                add(kind, items.get(i), pointer + '/' + i, entries);
            }
        }
        return entries;
    }

    private void add(DocumentKind<?, ?> kind, JsonNode node, String pointer, Map<String, Entry> entries) {
        if (!(node instanceof ObjectNode item)) {
            checks.require(false, pointer, "is not an object");
            return;
        }
        String id = item.path("id").textValue();
        boolean usable = id != null && !id.isBlank() && id.length() <= 200 && id.indexOf('|') < 0;
        checks.require(usable, pointer + "/id", "is 1-200 characters without a bar");
        Part part = kind.part(item, usable ? id : "", reader, checks, pointer);
        if (usable) {
            Entry former = entries.putIfAbsent(id, new Entry(kind, item, pointer, part));
            checks.require(former == null, pointer + "/id", "occurs twice");
        }
    }

    private List<DocumentImportance> importance(Map<String, Entry> entries) {
        Set<String> needs = new HashSet<>();
        return all("importance", DocumentImportance.class, (of, pointer) -> {
            requireOnce(needs, of.path("need"), pointer + "/need");
            requirePart(entries, PartKind.NEED, of.path("need"), pointer + "/need");
            Set<String> groups = new HashSet<>();
            for (int i = 0; i < of.path("importance").size(); i++) {
                JsonNode group = of.path("importance").path(i).path("group");
                String at = pointer + "/importance/" + i + "/group";
                requireOnce(groups, group, at);
                requirePart(entries, PartKind.CUSTOMER_GROUP, group, at);
                JsonNode one = of.path("importance").path(i);
                checks.require(!one.isObject() || one.hasNonNull("value") || one.hasNonNull("expectation"),
                        pointer + "/importance/" + i + "/value", "is required without an expectation");
            }
        });
    }

    private List<DocumentFit> fits(Map<String, Entry> entries) {
        Set<List<JsonNode>> given = new HashSet<>();
        return all("fits", DocumentFit.class, (fit, pointer) -> {
            List<JsonNode> cell = List.of(fit.path("need"), fit.path("channel"), fit.path("assessor"));
            checks.require(!cell.stream().allMatch(JsonNode::isTextual) || given.add(cell), pointer, "is given twice");
            requirePart(entries, PartKind.NEED, fit.path("need"), pointer + "/need");
            requirePart(entries, PartKind.CHANNEL, fit.path("channel"), pointer + "/channel");
        });
    }

    private List<ToldIdea> ideas(Map<String, Entry> entries) {
        List<ToldIdea> told = new ArrayList<>();
        List<JsonNode> items = items(document.path("ideas"), "/ideas");
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            String pointer = "/ideas/" + i;
            ToldIdea idea = checks.read(pointer, () -> ideas.apply(item));
            if (idea != null) {
                idea.references().forEach(reference -> requirePart(entries, reference.kind(),
                        JsonNodeFactory.instance.textNode(reference.id()), pointer + reference.pointer()));
                told.add(idea);
            }
        }
        return told;
    }

    private void requireOnce(Set<String> seen, JsonNode id, String pointer) {
        checks.require(!id.isTextual() || seen.add(id.textValue()), pointer, "occurs twice");
    }

    /** What is not a text at all is told by its shape. */
    private void requirePart(Map<String, Entry> entries, PartKind kind, JsonNode id, String pointer) {
        Entry entry = id.isTextual() ? entries.get(id.textValue()) : null;
        checks.require(!id.isTextual() || entry != null && entry.kind().type().kind() == kind, pointer,
                "is not a " + kind.word() + " of this document: " + id.textValue());
    }

    /**
     * The events that make a concept of a document.
     *
     * @param fingerprint of the document, for the history
     * @param known the indicators of the organisation that may be meant
     */
    static ImportedConcept imported(Content content, String fingerprint, String concept,
            Collection<IndicatorDefinition> known, Supplier<String> newId) {
        return new ImportedConcept.Making(content, known, newId).make(concept, fingerprint);
    }
}
