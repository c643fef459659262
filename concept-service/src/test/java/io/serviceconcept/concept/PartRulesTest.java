package io.serviceconcept.concept;

import static io.serviceconcept.concept.Given.CORE;
import static io.serviceconcept.concept.Given.EVERYBODY;
import static io.serviceconcept.concept.Given.LAYER;
import static io.serviceconcept.concept.Given.WEB;
import static io.serviceconcept.concept.Given.channel;
import static io.serviceconcept.concept.Given.coherent;
import static io.serviceconcept.concept.Given.created;
import static io.serviceconcept.concept.Given.group;
import static io.serviceconcept.concept.Given.need;
import static io.serviceconcept.concept.Given.nothing;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.serviceconcept.concept.ConceptCommand.AddPart;
import io.serviceconcept.concept.ConceptCommand.ChangePart;
import io.serviceconcept.concept.ConceptCommand.RemovePart;
import io.serviceconcept.concept.ConceptEvent.ChannelChanged;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.CustomerGroupAdded;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.LayerAdded;
import io.serviceconcept.concept.ConceptEvent.LayerChanged;
import io.serviceconcept.concept.ConceptEvent.NeedAdded;
import io.serviceconcept.concept.ConceptEvent.NeedRemoved;
import io.serviceconcept.concept.ConceptRejection.ConceptAbsent;
import io.serviceconcept.concept.ConceptRejection.DuplicateName;
import io.serviceconcept.concept.ConceptRejection.IsProposed;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Referrer;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.StillReferredTo;
import io.serviceconcept.concept.ConceptRejection.UnknownReferences;
import io.serviceconcept.concept.CustomerGroup.UnusableChannel;
import io.serviceconcept.concept.NamedByIdeas.NamingIdea;
import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.concept.Objective.Slice;

class PartRulesTest {

    @Test
    void aLayerIsAdded() {
        created().when(new AddPart(LAYER)).then(new LayerAdded(LAYER));
    }

    @Test
    void aConceptHoldsSoManyPartsOfAKind() {
        LayerAdded[] layers = IntStream.range(0, PartKind.LAYER.most())
                .mapToObj(i -> new LayerAdded(new Layer("l" + i, "Layer " + i, "ASSISTED", i + 1)))
                .toArray(LayerAdded[]::new);
        created(layers).when(new AddPart(new Layer("more", "One more", "ASSISTED", 1)))
                .thenRejected(new ConceptRejection.TooManyParts(PartKind.LAYER));
    }

    @Test
    void whatAnOpenIdeaNamesStays() {
        List<NamingIdea> ideas = List.of(new NamingIdea("i1", "Video calls at home"));
        created(new NeedAdded(CORE)).when(new RemovePart(2, PartKind.NEED, CORE.id(), ideas))
                .thenRejected(new StillReferredTo(List.of(), ideas));
    }

    @Test
    void nothingIsAddedToAConceptThatIsNot() {
        nothing().when(new AddPart(LAYER)).thenRejected(new ConceptAbsent());
    }

    @ParameterizedTest
    @ValueSource(strings = { "Self-service", "SELF-SERVICE", " self-sérvice " })
    void namesThatDifferInCaseOrAccentAreTheSame(String name) {
        created(new LayerAdded(LAYER)).when(new AddPart(new Layer("l2", name, "OWN", 2)))
                .thenRejected(new DuplicateName(PartKind.LAYER, name));
    }

    @Test
    void aChannelMayHaveTheNameOfALayer() {
        Channel channel = channel("c1", "Self-service", null);
        created(new LayerAdded(LAYER)).when(new AddPart(channel)).then(new ConceptEvent.ChannelAdded(channel));
    }

    @Test
    void aPartIsChangedOnItsOwnVersionWhateverElseChanged() {
        Layer renamed = new Layer("l1", "Digital", "SELF_SERVICE", 1);
        coherent().when(new ChangePart(2, renamed)).then(new LayerChanged(renamed));
    }

    @Test
    void aPartThatWasChangedMeanwhileIsStale() {
        coherent().given(new LayerChanged(new Layer("l1", "Digital", "SELF_SERVICE", 1)))
                .when(new ChangePart(2, LAYER)).thenRejected(new Stale(7));
    }

    @Test
    void changingNothingIsNotAnEvent() {
        coherent().when(new ChangePart(2, LAYER)).thenNothing();
    }

    @Test
    void aPartThatIsNotThereCannotBeChanged() {
        created().when(new ChangePart(1, LAYER)).thenRejected(new PartAbsent(PartKind.LAYER, "l1"));
    }

    @Test
    void aPartMayKeepItsOwnName() {
        Layer higher = new Layer("l1", "SELF-service", "SELF_SERVICE", 2);
        coherent().when(new ChangePart(2, higher)).then(new LayerChanged(higher));
    }

    @Test
    void changingAChannelLeavesItsStatusAsItIs() {
        coherent().given(new ChannelStatusChanged("web", ChannelStatus.ACTIVE, null))
                .when(new ChangePart(7, channel("web", "Website", "l1")))
                .then(new ChannelChanged(channel("web", "Website", "l1").with(ChannelStatus.ACTIVE)));
    }

    @Test
    void everyUnknownReferenceIsNamed() {
        CustomerGroup group = new CustomerGroup("g2", "Lost", null, BigDecimal.ONE, CustomerGroup.SkillLevel.LOW,
                CustomerGroup.SkillLevel.LOW, List.of(), "l8", List.of("l1", "l9"),
                List.of(new UnusableChannel("c9", "Unknown")));

        coherent().when(new AddPart(group))
                .thenRejected(new UnknownReferences(List.of(new Part.Reference(PartKind.LAYER, "l8", "/homeLayer"),
                        new Part.Reference(PartKind.LAYER, "l9", "/otherLayers/1"),
                        new Part.Reference(PartKind.CHANNEL, "c9", "/unusableChannels/0/channel"))));
    }

    @Test
    void theSliceOfAnObjectiveNamesPartsOfTheConcept() {
        Objective objective = new Objective("o2", "Heard by video", null, null, null,
                new Slice(ObjectiveDimension.NEED_CHANNEL, "n1|video"), null, null, "Head of service");

        coherent().when(new AddPart(objective))
                .thenRejected(new UnknownReferences(List.of(new Part.Reference(PartKind.CHANNEL, "video", "/slice/key"))));
    }

    @Test
    void whatIsReferredToStaysAndEveryReferrerIsNamed() {
        coherent().given(new NeedAdded(need("n2", "At once", "n1"))).when(new RemovePart(2, PartKind.LAYER, "l1"))
                .thenRejected(new StillReferredTo(List.of(new Referrer(PartKind.CUSTOMER_GROUP, "g1", "Everybody"),
                        new Referrer(PartKind.CHANNEL, "web", "Web"))));
    }

    @Test
    void aGroupThatANeedMattersToStays() {
        created(new LayerAdded(LAYER), new CustomerGroupAdded(EVERYBODY), new NeedAdded(CORE),
                new ImportanceSet("n1", List.of(new Need.Importance("g1", 4, null, null, null))))
                .when(new RemovePart(3, PartKind.CUSTOMER_GROUP, "g1"))
                .thenRejected(new StillReferredTo(List.of(new Referrer(PartKind.NEED, "n1", "Speed"))));
    }

    @Test
    void aCoreNeedWithSubNeedsStays() {
        created(new NeedAdded(CORE), new NeedAdded(need("n2", "At once", "n1")))
                .when(new RemovePart(2, PartKind.NEED, "n1"))
                .thenRejected(new StillReferredTo(List.of(new Referrer(PartKind.NEED, "n2", "At once"))));
    }

    @Test
    void aNeedGoesWithItsFits() {
        coherent().given(new FitAssessed("n1", "web", "dirk", 3, null)).when(new RemovePart(5, PartKind.NEED, "n1"))
                .then(new NeedRemoved("n1"));
    }

    @Test
    void aStalePartIsNotRemoved() {
        coherent().when(new RemovePart(1, PartKind.NEED, "n1")).thenRejected(new Stale(5));
    }

    @Test
    void nothingChangesWhileTheConceptIsProposed() {
        coherent().given(new ConceptProposed()).when(new AddPart(group("g2", "More", "1", "l1")))
                .thenRejected(new IsProposed());
        coherent().given(new ConceptProposed()).when(new ChangePart(3, WEB)).thenRejected(new IsProposed());
        coherent().given(new ConceptProposed()).when(new RemovePart(3, PartKind.CHANNEL, "web"))
                .thenRejected(new IsProposed());
    }
}
