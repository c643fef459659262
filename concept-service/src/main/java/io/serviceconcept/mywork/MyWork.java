package io.serviceconcept.mywork;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.Assumption;
import io.serviceconcept.concept.Assumption.AssumptionStatus;
import io.serviceconcept.concept.ConceptContents;
import io.serviceconcept.evaluation.MissingFigures;
import io.serviceconcept.eventsourcing.http.Caller;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.idea.ConceptTest;
import io.serviceconcept.idea.ConceptTests;
import io.serviceconcept.idea.IdeaId;
import io.serviceconcept.idea.IdeaState;
import io.serviceconcept.idea.catalogue.IdeaOwnerQueries;
import io.serviceconcept.idea.catalogue.IdeaOwnerQueries.OwnedIdea;
import io.serviceconcept.mywork.MyWorkItem.WorkKind;
import io.serviceconcept.readiness.KnownRequirement;

/** Gathers what waits for an owner from wherever owners are named. */
@ApplicationScoped
class MyWork {

    private final ConceptContents contents;
    private final MissingFigures figures;
    private final IdeaOwnerQueries ideas;
    private final ConceptTests tests;
    private final Caller caller;
    private final Calendars calendars;

    MyWork(ConceptContents contents, MissingFigures figures, IdeaOwnerQueries ideas, ConceptTests tests, Caller caller,
            Calendars calendars) {
        this.contents = contents;
        this.figures = figures;
        this.ideas = ideas;
        this.tests = tests;
        this.caller = caller;
        this.calendars = calendars;
    }

    /**
     * In order; 404 when the organisation has no such concept.
     *
     * @param concept its id
     */
    List<MyWorkItem> of(String concept, Owner owner) {
        LocalDate today = calendars.of(caller.organisation()).dayOf(caller.now());
        List<Assumption> assumptions = contents.draft(concept).content().assumptions();
        String address = "/v1/concepts/" + concept;
        return Stream.of(assumptions(assumptions, address, owner, today), measurements(concept, address, owner, today),
                requirements(concept, owner, today), ideas(concept, address, owner, today))
                .flatMap(items -> items).sorted(Comparator.comparing(MyWorkItem::sortKey)).toList();
    }

    private static Stream<MyWorkItem> assumptions(List<Assumption> assumptions, String address, Owner owner,
            LocalDate today) {
        return assumptions.stream()
                .filter(assumption -> assumption.status() == AssumptionStatus.OPEN && owner.isAnyOf(assumption.owner()))
                .map(assumption -> MyWorkItem.of(WorkKind.ASSUMPTION, assumption.id(), assumption.name(),
                        address + "/assumptions/" + assumption.id(), assumption.dueDate(), today));
    }

    private Stream<MyWorkItem> measurements(String concept, String address, Owner owner, LocalDate today) {
        return figures.of(concept).stream().filter(figure -> owner.hasToSeeTo(figure.owners()))
                .map(figure -> MyWorkItem.of(WorkKind.MEASUREMENT, figure.target(), figure.name(),
                        address + "/evaluation", figure.expectedBy(), today));
    }

    private Stream<MyWorkItem> requirements(String concept, Owner owner, LocalDate today) {
        return KnownRequirement.openOf(caller.organisation(), concept).stream()
                .filter(known -> owner.isAnyOf(known.owner, known.department))
                .map(known -> MyWorkItem.of(WorkKind.REQUIREMENT, known.requirement, known.name,
                        "/v1/requirements/" + known.requirement, known.dueDate, today));
    }

    private Stream<MyWorkItem> ideas(String concept, String address, Owner owner, LocalDate today) {
        return ideas.of(caller.organisation(), concept).stream().filter(idea -> owner.isAnyOf(idea.owner()))
                .flatMap(idea -> ideaAndTests(idea, address + "/ideas/" + idea.id(), today));
    }

    private Stream<MyWorkItem> ideaAndTests(OwnedIdea idea, String address, LocalDate today) {
        Stream<ConceptTest> undecided = tests.of(caller.organisation(), new IdeaId(idea.id())).stream()
                .filter(test -> test.verdict() == null);
        Stream<MyWorkItem> trials = undecided.map(test -> MyWorkItem.of(WorkKind.CONCEPT_TEST, test.id(),
                idea.title() + ": " + test.kind(), address + "/tests/" + test.id(), test.until(), today));
        // what is only proposed waits for those who select
        return idea.state() == IdeaState.PROPOSED ? trials
                : Stream.concat(trials,
                        Stream.of(MyWorkItem.of(WorkKind.IDEA, idea.id(), idea.title(), address, null, today)));
    }
}
