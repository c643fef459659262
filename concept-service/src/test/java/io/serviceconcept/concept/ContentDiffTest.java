package io.serviceconcept.concept;

import static io.serviceconcept.concept.Given.CORE;
import static io.serviceconcept.concept.Given.EVERYBODY;
import static io.serviceconcept.concept.Given.LAYER;
import static io.serviceconcept.concept.Given.SATISFIED;
import static io.serviceconcept.concept.Given.WEB;
import static io.serviceconcept.concept.Given.channel;
import static io.serviceconcept.concept.Given.group;
import static io.serviceconcept.concept.Given.need;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ConceptEvent.ChannelAdded;
import io.serviceconcept.concept.ConceptEvent.ChannelChanged;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptEvent.CustomerGroupAdded;
import io.serviceconcept.concept.ConceptEvent.CustomerGroupChanged;
import io.serviceconcept.concept.ConceptEvent.DirectionSet;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.LayerAdded;
import io.serviceconcept.concept.ConceptEvent.NeedAdded;
import io.serviceconcept.concept.ConceptEvent.NeedRemoved;
import io.serviceconcept.concept.ConceptEvent.ObjectiveAdded;
import io.serviceconcept.concept.ConceptEvent.ObjectiveChanged;
import io.serviceconcept.concept.EditionDiff.KindDiff;
import io.serviceconcept.concept.EditionDiff.NamedPart;
import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.concept.Objective.Slice;

/** Two drafts with a history in common, compared as editions. */
class ContentDiffTest {

    private static final List<ConceptEvent> BEFORE = List.of(Given.CREATED, new LayerAdded(LAYER), new ChannelAdded(WEB),
            new CustomerGroupAdded(EVERYBODY), new NeedAdded(CORE), new ObjectiveAdded(SATISFIED));

    @Test
    void whatIsTheSameIsNotTold() {
        assertThat(diff()).isEmpty();
    }

    @Test
    void thePartsThatCameAreToldWithWhatTheyHold() {
        KindDiff channels = only(diff(new ChannelAdded(channel("desk", "Desk", "l1"))));

        assertThat(channels.kind()).isEqualTo("channels");
        assertThat(channels.removed()).isEmpty();
        assertThat(channels.changed()).isEmpty();
        assertThat(channels.added()).singleElement().satisfies(added -> {
            assertThat(added.about()).containsExactly(new NamedPart("desk", "Desk"));
            assertThat(told(added)).containsExactly("/kind null -> \"WEB\"",
                    "/layer null -> {\"id\":\"l1\",\"name\":\"Self-service\"}", "/legallyRequired null -> false");
        });
    }

    @Test
    void thePartsThatWentAreToldWithWhatTheyHeld() {
        KindDiff needs = only(diff(new NeedRemoved("n1")));

        assertThat(needs.removed()).singleElement().satisfies(removed -> {
            assertThat(removed.about()).containsExactly(new NamedPart("n1", "Speed"));
            assertThat(told(removed)).containsExactly("/audience \"CUSTOMER\" -> null");
        });
    }

    @Test
    void ofAPartThatChangedOnlyTheFieldsThatDidAreTold() {
        KindDiff groups = only(diff(new CustomerGroupChanged(group("g1", "All", "99.5", null))));

        assertThat(groups.kind()).isEqualTo("customerGroups");
        assertThat(groups.changed()).singleElement().satisfies(changed -> {
            assertThat(changed.about()).containsExactly(new NamedPart("g1", "All"));
            assertThat(told(changed)).containsExactly("/homeLayer {\"id\":\"l1\",\"name\":\"Self-service\"} -> null",
                    "/name \"Everybody\" -> \"All\"", "/share 100 -> 99.5");
        });
    }

    @Test
    void aShareThatIsWrittenOtherwiseIsTheSame() {
        assertThat(diff(new CustomerGroupChanged(group("g1", "Everybody", "100.00", "l1")))).isEmpty();
    }

    @Test
    void theStatusOfAChannelIsNoPartOfAnEdition() {
        assertThat(diff(new ChannelStatusChanged("web", ChannelStatus.ACTIVE, null))).isEmpty();
    }

    @Test
    void theDirectionIsComparedFieldByField() {
        KindDiff direction = only(diff(new DirectionSet(new Direction("Serve", null, List.of("Near"), null, List.of()))));

        assertThat(direction.kind()).isEqualTo("direction");
        assertThat(direction.changed()).singleElement().satisfies(changed -> {
            assertThat(changed.about()).isEmpty();
            assertThat(told(changed)).containsExactly("/mission null -> \"Serve\"", "/values null -> [\"Near\"]");
        });
    }

    @Test
    void importanceIsToldPerNeedAndGroup() {
        List<ConceptEvent> before = with(BEFORE, new ImportanceSet("n1",
                List.of(RandomCommands.given("g1", 3, "Interviews"))));
        List<ConceptEvent> after = with(before, new CustomerGroupAdded(group("g2", "Old", "0", "l1")),
                new ImportanceSet("n1", List.of(RandomCommands.given("g2", 5, null),
                        RandomCommands.given("g1", 4, "Interviews"))));

        KindDiff importance = kind("importance", ContentDiff.between(content(before), content(after)));
        assertThat(importance.added()).singleElement().satisfies(added -> {
            assertThat(added.about()).containsExactly(new NamedPart("n1", "Speed"), new NamedPart("g2", "Old"));
            assertThat(told(added)).containsExactly("/date null -> \"2026-02-01\"", "/value null -> 5");
        });
        assertThat(importance.changed()).singleElement()
                .satisfies(changed -> assertThat(told(changed)).containsExactly("/value 3 -> 4"));
    }

    @Test
    void fitsAreToldPerNeedAndChannel() {
        List<ConceptEvent> before = with(BEFORE, new FitAssessed("n1", "web", "dirk", 2, null));
        List<ConceptEvent> after = with(before, new FitAssessed("n1", "web", "dora", 3, null));

        KindDiff fits = only(ContentDiff.between(content(before), content(after)));
        assertThat(fits.kind()).isEqualTo("fits");
        assertThat(fits.changed()).singleElement().satisfies(changed -> {
            assertThat(changed.about()).containsExactly(new NamedPart("n1", "Speed"), new NamedPart("web", "Web"));
            assertThat(told(changed)).containsExactly("/fit/assessors 1 -> 2", "/fit/median 2 -> 2.5", "/fit/spread 0 -> 1");
        });
    }

    @Test
    void pairsAreNamedToo() {
        Objective sliced = new Objective("o1", "Satisfied", SATISFIED.indicator(), SATISFIED.target(), SATISFIED.window(),
                new Slice(ObjectiveDimension.NEED_CHANNEL, "n1|web"), SATISFIED.dueDate(), null, SATISFIED.owner());

        assertThat(only(diff(new ObjectiveChanged(sliced))).changed()).singleElement()
                .satisfies(changed -> assertThat(told(changed)).containsExactly("/slice/dimension null -> \"NEED_CHANNEL\"",
                        "/slice/key null -> {\"id\":\"n1|web\",\"name\":\"Speed | Web\"}"));
    }

    @Test
    void eachSideHasTheNamesOfItsTime() {
        List<ConceptEvent> after = with(BEFORE, new LayerAdded(new Layer("l2", "Personal", "PERSONAL", 2)),
                new ConceptEvent.LayerChanged(new Layer("l1", "Digital", "SELF_SERVICE", 1)),
                new ChannelChanged(channel("web", "Web", "l2")));

        assertThat(kind("channels", ContentDiff.between(content(BEFORE), content(after))).changed()).singleElement()
                .satisfies(changed -> assertThat(told(changed)).containsExactly(
                        "/layer {\"id\":\"l1\",\"name\":\"Self-service\"} -> {\"id\":\"l2\",\"name\":\"Personal\"}"));
    }

    @Test
    void theOtherWayRoundWhatCameWent() {
        EditionContent before = content(BEFORE);
        EditionContent after = content(with(BEFORE, new NeedAdded(need("n2", "Warmth", null))));

        assertThat(only(ContentDiff.between(after, before)).removed()).extracting(EditionDiff.PartDiff::about)
                .containsExactly(List.of(new NamedPart("n2", "Warmth")));
    }

    private static List<KindDiff> diff(ConceptEvent... events) {
        return ContentDiff.between(content(BEFORE), content(with(BEFORE, events)));
    }

    private static List<ConceptEvent> with(List<ConceptEvent> events, ConceptEvent... more) {
        List<ConceptEvent> all = new ArrayList<>(events);
        all.addAll(List.of(more));
        return all;
    }

    private static EditionContent content(List<ConceptEvent> events) {
        ConceptDecider decider = new ConceptDecider();
        Concept concept = decider.initial();
        for (ConceptEvent event : events) {
            concept = decider.evolve(concept, event);
        }
        return EditionRules.content(concept.draft());
    }

    private static KindDiff only(List<KindDiff> kinds) {
        assertThat(kinds).hasSize(1);
        return kinds.getFirst();
    }

    private static KindDiff kind(String name, List<KindDiff> kinds) {
        return kinds.stream().filter(kind -> kind.kind().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> told(EditionDiff.PartDiff part) {
        return part.fields().stream().map(field -> field.field() + ' ' + json(field.before()) + " -> " + json(field.after()))
                .toList();
    }

    private static String json(Object value) {
        return String.valueOf(value);
    }
}
