package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.concept.ConceptDocument.DocumentMeasure;
import io.serviceconcept.concept.ConceptEvent.ConceptCreated;
import io.serviceconcept.concept.IndicatorDefinition.Change;
import io.serviceconcept.concept.IndicatorDefinition.Measure;
import io.serviceconcept.concept.IndicatorDefinition.Scale;
import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.concept.Objective.Slice;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.ProblemException;
import io.serviceconcept.eventsourcing.http.Violation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A document of a concept, out and in again. The shapes of what it holds are the endpoints' and tested with them. */
class ExportImportTest {

    private static final Measure MARK = new Measure("MEAN", "HIGHER", "CUSTOMER", 30,
            new Scale(BigDecimal.ONE, BigDecimal.TEN), null, null, null);
    private static final IndicatorDefinition SATISFACTION = new IndicatorDefinition("indicator-1", "Satisfaction", "mark",
            MARK);
    private static final List<IndicatorDefinition> DEFINITIONS = List.of(SATISFACTION,
            new IndicatorDefinition("indicator-2", "Visitors", "people", null));

    /** Ideas are read by their own package. */
    private static final Function<JsonNode, ConceptIdeas.ToldIdea> NO_IDEAS = idea -> {
        throw new IllegalStateException("no idea is in these documents");
    };

    @Property(tries = 150)
    void outAndInAndOutAgainIsTheSameButForIds(@ForAll long seed, @ForAll @IntRange(min = 5, max = 120) int steps)
            throws Exception {
        Draft draft = drafted(seed, steps);
        JsonNode first = exported(draft);

        ImportedConcept imported = imported(first, RandomCommands.INDICATORS);
        Draft copy = draft(imported);
        JsonNode second = exported(copy);

        assertThat(withoutIds(second)).isEqualTo(withoutIds(first));
        assertThat(imported.unresolved()).isEmpty();
        assertThat(ids(second)).hasSameSizeAs(ids(first));
        assertThat(ids(first)).noneMatch(second.toString()::contains);
    }

    @Test
    void theCommandsOfThesePropertiesMakeEveryKindOfPart() {
        Set<PartKind> made = EnumSet.noneOf(PartKind.class);
        for (int seed = 0; seed < 40; seed++) {
            drafted(seed, 120).parts().stream().forEach(part -> made.add(part.partKind()));
        }
        assertThat(made).containsExactlyInAnyOrder(PartKind.values());
    }

    @Property(tries = 50)
    void whatIsImportedIsAsCoherentAsWhatWasExported(@ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int steps)
            throws Exception {
        Draft draft = drafted(seed, steps);
        Draft copy = draft(imported(exported(draft), RandomCommands.INDICATORS));

        assertThat(Coherence.blockingReasons(copy, RandomCommands.INDICATORS))
                .extracting(ConceptRejection.BlockingReason::message)
                .isEqualTo(Coherence.blockingReasons(draft, RandomCommands.INDICATORS).stream()
                        .map(ConceptRejection.BlockingReason::message).toList());
    }

    @Test
    void everyKindOfPartTravels() {
        assertThat(DocumentKind.ALL).as("a line in DocumentKind.ALL for each kind")
                .extracting(kind -> kind.type().kind()).containsExactlyInAnyOrder(PartKind.values());
    }

    @Test
    void whatAConceptOffersPromisesAndBelievesTravelsToo() throws Exception {
        Draft draft = draft(imported(EventTypes.json().readTree("""
                {"format": "service-concept", "version": 1, "concept": {"name": "Our service", "slug": "ours"},
                 "parts": {
                   "channels": [{"id": "c1", "name": "Desk", "kind": "DESK", "status": "ACTIVE"},
                                {"id": "c2", "name": "Video call", "kind": "VIDEO_CALL"}],
                   "customerGroups": [{"id": "g1", "name": "Young", "share": 100, "selfReliance": "HIGH",
                                       "digitalSkill": "HIGH"}],
                   "services": [{"id": "s1", "name": "Permits"}],
                   "offers": [{"id": "o1", "service": "s1", "channel": "c1", "group": "g1", "languages": ["nl"],
                               "openingHours": [{"day": "MONDAY", "from": "09:00", "to": "17:00"}],
                               "answerTime": {"value": 2, "unit": "WORKING_DAYS"}}],
                   "serviceLevels": [{"id": "l1", "name": "Answer", "promise": "Within 2 days", "service": "s1",
                                      "indicator": "indicator-1", "slice": {"dimension": "CHANNEL", "key": "c2"}}],
                   "channelShifts": [{"id": "t1", "from": "c1", "to": "c2", "percentage": 5, "dueDate": "2026-12-31"}],
                   "handOvers": [{"id": "h1", "from": "c2", "to": "c1", "passes": ["The question"]}],
                   "assumptions": [{"id": "a1", "name": "People have cameras", "impact": 4, "uncertainty": 3,
                                    "channel": "c2", "owner": "Head"}],
                   "stakeholders": [{"id": "p1", "name": "Desk staff", "influence": "HIGH", "interest": "HIGH"}]}}"""),
                RandomCommands.INDICATORS));
        JsonNode first = exported(draft);
        JsonNode second = exported(draft(imported(first, RandomCommands.INDICATORS)));

        assertThat(withoutIds(second)).isEqualTo(withoutIds(first));
        assertThat(ids(first)).hasSize(10).noneMatch(second.toString()::contains);
        assertThat(first.at("/parts/offers/0/channel")).isEqualTo(first.at("/parts/channels/0/id"));
        assertThat(first.at("/parts/serviceLevels/0/slice/key")).isEqualTo(first.at("/parts/channels/1/id"));
    }

    @Test
    void assessorsAreToldApartAndNotNamed() throws Exception {
        Draft draft = ConceptDecider.fold(List.of(Given.CREATED, new ConceptEvent.NeedAdded(Given.CORE),
                new ConceptEvent.ChannelAdded(Given.channel("web", "Web", null)),
                new ConceptEvent.FitAssessed("n1", "web", "dirk@town.example", 2, null),
                new ConceptEvent.FitAssessed("n1", "web", "dora@town.example", 4, "Fast"))).draft();

        JsonNode document = exported(draft);

        assertThat(document.path("fits").findValuesAsText("assessor")).containsExactly("1", "2");
        assertThat(document.toString()).doesNotContain("@town.example");
        assertThat(draft(imported(document, Set.of())).assessments().fits()).extracting(EditionContent.Fit::fit)
                .isEqualTo(draft.assessments().fits().stream().map(EditionContent.Fit::fit).toList());
    }

    @Test
    void anIndicatorThatIsNotKnownIsToldAndKeptWithItsDefinition() throws Exception {
        JsonNode document = exported(measuring("indicator-1"));

        ImportedConcept imported = imported(document, Set.of("indicator-2"));

        assertThat(imported.unresolved()).singleElement().satisfies(unresolved -> {
            assertThat(unresolved.id()).isEqualTo("indicator-1");
            assertThat(unresolved.name()).isEqualTo("Satisfaction");
            assertThat(unresolved.definition()).isEqualTo(DocumentMeasure.of(MARK));
            assertThat(unresolved.candidates()).isEmpty();
            assertThat(unresolved.usedBy()).containsExactly("/parts/objectives/0/indicator");
        });
        assertThat(Coherence.blockingReasons(draft(imported), Set.of()))
                .extracting(ConceptRejection.BlockingReason::code).contains("unknown-indicator");
        assertThat(Coherence.blockingReasons(draft(imported), Set.of()))
                .extracting(ConceptRejection.BlockingReason::message).anyMatch(message -> message.contains("\"Satisfaction\""));
        assertThat(exported(draft(imported), List.of()).path("indicators")).isEqualTo(document.path("indicators"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Satisfaction", "SATISFÁCTION" })
    void anIndicatorIsRecognisedByItsDefinition(String name) throws Exception {
        IndicatorDefinition theirs = new IndicatorDefinition("theirs", name, "mark", new Measure("MEAN", "HIGHER", "CUSTOMER",
                30, new Scale(new BigDecimal("1.0"), new BigDecimal("10.00")), null, null, null));

        ImportedConcept imported = imported(exported(measuring("indicator-1")), List.of(theirs));

        assertThat(imported.unresolved()).isEmpty();
        assertThat(imported.resolved())
                .containsExactly(new ImportedConcept.ResolvedIndicator("indicator-1", "theirs", "Satisfaction"));
        assertThat(draft(imported).parts().objectives()).extracting(Objective::indicator).containsExactly("theirs");
    }

    @Test
    void theSameLabelOverAnotherSumIsAnotherIndicator() throws Exception {
        JsonNode document = exported(measuring("indicator-1"));
        for (IndicatorDefinition other : List.of(new IndicatorDefinition("a", "Satisfaction", "%", MARK),
                new IndicatorDefinition("a", "Other", "mark", MARK),
                new IndicatorDefinition("a", "Satisfaction", "mark", null),
                new IndicatorDefinition("a", "Satisfaction", "mark",
                        new Measure("MEAN", "HIGHER", "CUSTOMER", 30, new Scale(BigDecimal.ONE, BigDecimal.valueOf(5)), null,
                                null, null)),
                new IndicatorDefinition("a", "Satisfaction", "mark",
                        new Measure("MEAN", "HIGHER", "EMPLOYEE", 30, MARK.scale(), null, null, null)))) {
            assertThat(imported(document, List.of(other)).unresolved()).as(other.toString()).hasSize(1);
        }
    }

    @Test
    void whatTwoIndicatorsCouldBeIsNeither() throws Exception {
        ImportedConcept imported = imported(exported(measuring("indicator-1")),
                List.of(new IndicatorDefinition("b", "Satisfaction", "mark", MARK),
                        new IndicatorDefinition("a", "Satisfaction", "mark", MARK)));

        assertThat(imported.unresolved()).singleElement()
                .satisfies(unresolved -> assertThat(unresolved.candidates()).containsExactly("a", "b"));
    }

    @Test
    void aChangeIsRecognisedByWhatItIsTheChangeOf() throws Exception {
        IndicatorDefinition change = new IndicatorDefinition("change", "Fewer visitors", "%", new Measure("RATE_OF_CHANGE",
                "LOWER", "CUSTOMER", 30, null, null, null, new Change("visitors", 2025)));
        Measure counted = new Measure("COUNT", "LOWER", "CUSTOMER", 30, null, null, null, null);
        JsonNode document = exported(measuring("change"),
                List.of(change, new IndicatorDefinition("visitors", "Visitors", "people", counted)));
        assertThat(document.path("indicators").findValuesAsText("id")).containsExactly("change", "visitors");
        IndicatorDefinition theirs = new IndicatorDefinition("t2", "Fewer visitors", "%", new Measure("RATE_OF_CHANGE",
                "LOWER", "CUSTOMER", 30, null, null, null, new Change("t1", 2025)));

        assertThat(imported(document, List.of(theirs, new IndicatorDefinition("t1", "Visitors", "people", counted))).resolved())
                .extracting(ImportedConcept.ResolvedIndicator::indicator).containsExactly("t2");
        ImportedConcept unresolved = imported(document,
                List.of(theirs, new IndicatorDefinition("t1", "Calls", "calls", counted)));
        assertThat(unresolved.unresolved()).hasSize(1);
        assertThat(exported(draft(unresolved), List.of()).path("indicators")).isEqualTo(document.path("indicators"));
    }

    @Test
    void slicesAlongWhatIsNoPartOfAConceptAreTold() throws Exception {
        Draft draft = ConceptDecider.fold(List.of(Given.CREATED, new ConceptEvent.ObjectiveAdded(new Objective("o1",
                "Satisfied", null, null, null, new Slice(ObjectiveDimension.TOUCHPOINT, "t-1"), null, null, "Head")),
                new ConceptEvent.ServiceLevelAdded(new ServiceLevel("l1", "Level", "In time", null, null, null, null,
                        new Slice(ObjectiveDimension.LOCATION, "Town hall")))))
                .draft();
        JsonNode document = exported(draft);

        ImportedConcept imported = imported(document, Set.of());

        assertThat(imported.slices()).containsExactly(
                new ImportedConcept.UnresolvedSlice("/parts/objectives/0/slice/key", ObjectiveDimension.TOUCHPOINT, "t-1"),
                new ImportedConcept.UnresolvedSlice("/parts/serviceLevels/0/slice/key", ObjectiveDimension.LOCATION,
                        "Town hall"));
        assertThat(withoutIds(exported(draft(imported)))).isEqualTo(withoutIds(document));
    }

    private static Draft measuring(String indicator) {
        return ConceptDecider.fold(List.of(Given.CREATED, new ConceptEvent.ObjectiveAdded(new Objective("o1",
                "Satisfied", indicator, null, null, null, null, null, "Head of service")))).draft();
    }

    @Test
    void allThatIsWrongIsFoundAtOnce() {
        assertThat(problems("""
                {"format": "service-concept", "version": 1, "colour": "red",
                 "concept": {"name": "Our service", "slug": "ours"},
                 "indicators": [{"id": "i", "name": "I", "unit": "u"}, {"id": "i", "name": "I", "unit": "u"}],
                 "parts": {
                   "layers": [{"id": "l1", "name": "Digital", "approach": "OWN", "position": 1},
                              {"id": "l2", "name": "DIGITÁL", "approach": "OWN", "position": 2},
                              {"id": "l|3", "name": "Bar", "approach": "OWN", "position": 2}, 7],
                   "channels": [{"id": "l1", "name": "Web", "kind": "WEB", "status": "OPEN"},
                                {"id": "c1", "name": "Desk", "kind": "DESK", "layer": "g1"}],
                   "customerGroups": [{"id": "g1", "name": "Young", "share": 100, "selfReliance": "HIGH",
                     "digitalSkill": "HIGH", "homeLayer": "nowhere", "otherLayers": ["l1", "l9"],
                     "unusableChannels": [{"channel": "c9", "reason": "Gone"}]}],
                   "needs": [{"id": "n1", "name": "Core", "audience": "CUSTOMER"},
                             {"id": "n2", "name": "Sub", "audience": "CUSTOMER", "coreNeed": "n1"},
                             {"id": "n3", "name": "Sub of sub", "audience": "CUSTOMER", "coreNeed": "n2"},
                             {"id": "n4", "name": "Itself", "audience": "CUSTOMER", "coreNeed": "n4"}],
                   "objectives": [{"id": "o1", "name": "Satisfied", "owner": "Head",
                     "slice": {"dimension": "NEED_CHANNEL", "key": "n1|n2"}}],
                   "wishes": []},
                 "importance": [{"need": "n9", "importance": [{"group": "g1", "value": 3}, {"group": "g1", "value": 4}]},
                                {"need": "n1", "importance": [{"group": "l1", "source": "Panel"}]},
                                {"need": "n1", "importance": []}],
                 "fits": [{"need": "n1", "channel": "c1", "assessor": "1", "fit": 3},
                          {"need": "n1", "channel": "c1", "assessor": "1", "fit": 4},
                          {"need": "c1", "channel": "n1", "assessor": "1", "fit": 4}]}"""))
                .containsExactlyInAnyOrder("/colour", "/indicators/1/id", "/parts/wishes", "/parts/layers/1/name",
                        "/parts/layers/2/id", "/parts/layers/3", "/parts/channels/0/id", "/parts/channels/0/status",
                        "/parts/channels/1/layer", "/parts/customerGroups/0/homeLayer",
                        "/parts/customerGroups/0/otherLayers/1", "/parts/customerGroups/0/unusableChannels/0/channel",
                        "/parts/needs/1", "/parts/needs/2", "/parts/needs/3", "/parts/objectives/0/slice/key",
                        "/importance/0/need", "/importance/0/importance/1/group", "/importance/1/importance/0/group",
                        "/importance/1/importance/0/value",
                        "/importance/2/need", "/fits/1", "/fits/2/need", "/fits/2/channel");
    }

    @Test
    void anotherFormatIsNotJudgedAsThisOne() {
        assertThat(problems("[]")).containsExactly("");
        assertThat(problems("{\"format\": \"recipe\", \"version\": 2, \"flour\": 1}")).containsExactly("/format",
                "/version");
        assertThat(problems("{\"format\": \"service-concept\", \"version\": \"1\"}")).containsExactly("/version");
        assertThat(problems("{\"format\": \"service-concept\", \"version\": 1}")).containsExactly("/concept");
        assertThat(problems("""
                {"format": "service-concept", "version": 1, "concept": {"name": "A", "slug": "a"}, "parts": [],
                 "fits": {}, "importance": 1, "indicators": "i"}""")).containsExactlyInAnyOrder("/parts", "/fits",
                "/importance", "/indicators");
    }

    @Test
    void aDocumentThatHoldsTooMuchIsRefused() {
        ObjectNode document = Trees.object().put("format", "service-concept").put("version", 1);
        for (int i = 0; i <= PartKind.LAYER.most(); i++) {
            document.withObject("/parts").withArray("layers").add(i);
        }

        ProblemException refused = catchThrowableOfType(ProblemException.class,
                () -> ConceptImport.read(document, Trees::read, NO_IDEAS));
        assertThat(refused.problem().status()).isEqualTo(413);
    }

    private static List<String> problems(String json) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class,
                () -> ConceptImport.read(EventTypes.json().readTree(json), Trees::read, NO_IDEAS));
        return refused.violations().stream().map(Violation::pointer).toList();
    }

    private static Draft drafted(long seed, int steps) {
        RandomCommands commands = new RandomCommands(new Random(seed));
        ConceptDecider decider = new ConceptDecider();
        Concept concept = ConceptDecider.fold(List.of(Given.CREATED));
        for (int i = 0; i < steps; i++) {
            if (decider.decide(commands.next(concept), concept) instanceof Decision.Accepted<ConceptEvent, ?> accepted) {
                for (ConceptEvent event : accepted.events()) {
                    concept = decider.evolve(concept, event);
                }
            }
        }
        return concept.draft();
    }

    /** Through bytes, as it travels. */
    private static JsonNode exported(Draft draft) throws Exception {
        return exported(draft, DEFINITIONS);
    }

    private static JsonNode exported(Draft draft, List<IndicatorDefinition> known) throws Exception {
        List<IndicatorDefinition> named = ConceptExport.indicators(draft,
                asked -> known.stream().filter(one -> asked.contains(one.id())).toList());
        ObjectNode document = (ObjectNode) EventTypes.json()
                .readTree(Trees.of(ConceptExport.document(draft, named, List.of())).toString());
        document.remove("stemsFrom");
        return document;
    }

    private static ImportedConcept imported(JsonNode document, Set<String> known) {
        return imported(document, DEFINITIONS.stream().filter(one -> known.contains(one.id())).toList());
    }

    private static ImportedConcept imported(JsonNode document, List<IndicatorDefinition> known) {
        return ConceptImport.imported(ConceptImport.read(document, Trees::read, NO_IDEAS), "fingerprint", "copy", known,
                () -> UUID.randomUUID().toString());
    }

    private static Draft draft(ImportedConcept imported) {
        ConceptCreated created = imported.created();
        return ConceptDecider.fold(Stream.concat(Stream.of(created), imported.events().stream()).toList()).draft();
    }

    private static List<String> ids(JsonNode document) {
        List<String> ids = new ArrayList<>();
        document.path("parts").forEach(kind -> kind.forEach(part -> ids.add(part.path("id").textValue())));
        return ids;
    }

    /** The document with the place of each part instead of its id. */
    private static JsonNode withoutIds(JsonNode document) throws Exception {
        Map<String, String> places = new LinkedHashMap<>();
        ids(document).forEach(id -> places.put(id, "part " + places.size()));
        String json = document.toString();
        for (Map.Entry<String, String> place : places.entrySet()) {
            json = json.replace(place.getKey(), place.getValue());
        }
        return EventTypes.json().readTree(json);
    }
}
