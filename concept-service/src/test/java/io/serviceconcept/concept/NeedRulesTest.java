package io.serviceconcept.concept;

import static io.serviceconcept.concept.Given.CORE;
import static io.serviceconcept.concept.Given.coherent;
import static io.serviceconcept.concept.Given.created;
import static io.serviceconcept.concept.Given.need;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ConceptCommand.AddPart;
import io.serviceconcept.concept.ConceptCommand.ChangePart;
import io.serviceconcept.concept.ConceptCommand.SetImportance;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.NeedAdded;
import io.serviceconcept.concept.ConceptRejection.ImportanceForUnknownGroups;
import io.serviceconcept.concept.ConceptRejection.NeedsFormACycle;
import io.serviceconcept.concept.ConceptRejection.NeedsHaveTwoLevels;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.UnknownCoreNeed;
import io.serviceconcept.concept.Need.Importance;

class NeedRulesTest {

    @Test
    void aSubNeedSupportsACoreNeed() {
        Need sub = need("n2", "At once", "n1");
        created(new NeedAdded(CORE)).when(new AddPart(sub)).then(new NeedAdded(sub));
    }

    @Test
    void aSubNeedOfAnUnknownCoreNeedIsRefused() {
        created().when(new AddPart(need("n2", "At once", "n1")))
                .thenRejected(new UnknownCoreNeed(new Part.Reference(PartKind.NEED, "n1", "/coreNeed")));
    }

    @Test
    void aSubNeedHasNoSubNeeds() {
        created(new NeedAdded(CORE), new NeedAdded(need("n2", "At once", "n1")))
                .when(new AddPart(need("n3", "No queue", "n2")))
                .thenRejected(new NeedsHaveTwoLevels("A sub-need supports a core need, not another sub-need."));
    }

    @Test
    void aCoreNeedWithSubNeedsDoesNotBecomeASubNeed() {
        created(new NeedAdded(CORE), new NeedAdded(need("n2", "At once", "n1")), new NeedAdded(need("n3", "Human", null)))
                .when(new ChangePart(2, need("n1", "Speed", "n3"))).thenRejected(new NeedsHaveTwoLevels(
                        "A need that has sub-needs is a core need and supports no other."));
    }

    @Test
    void aNeedDoesNotSupportItself() {
        created(new NeedAdded(CORE)).when(new ChangePart(2, need("n1", "Speed", "n1")))
                .thenRejected(new NeedsFormACycle("A need cannot support itself."));
    }

    @Test
    void twoNeedsDoNotSupportEachOther() {
        created(new NeedAdded(CORE), new NeedAdded(need("n2", "At once", "n1")))
                .when(new ChangePart(2, need("n1", "Speed", "n2")))
                .thenRejected(new NeedsFormACycle("The need that it would support supports it."));
    }

    @Test
    void importanceIsSetOnAVersionOfItsOwn() {
        List<Importance> importance = List.of(new Importance("g1", 4, "Interviews", null, null));
        coherent().when(new SetImportance(0, "n1", importance)).then(new ImportanceSet("n1", importance));
        coherent().given(new ImportanceSet("n1", importance)).when(new SetImportance(0, "n1", List.of()))
                .thenRejected(new Stale(7));
        coherent().given(new ImportanceSet("n1", importance)).when(new SetImportance(7, "n1", importance)).thenNothing();
    }

    @Test
    void importanceToUnknownGroupsIsRefusedWithAllOfThem() {
        coherent()
                .when(new SetImportance(0, "n1",
                        List.of(new Importance("x", 4, null, null, null), new Importance("g1", 4, null, null, null),
                                new Importance("y", 4, null, null, null))))
                .thenRejected(new ImportanceForUnknownGroups(
                        List.of(new Part.Reference(PartKind.CUSTOMER_GROUP, "x", "/importance/0/group"),
                                new Part.Reference(PartKind.CUSTOMER_GROUP, "y", "/importance/2/group"))));
    }

    @Test
    void anUnknownNeedHasNoImportance() {
        coherent().when(new SetImportance(0, "n9", List.of())).thenRejected(new PartAbsent(PartKind.NEED, "n9"));
    }
}
