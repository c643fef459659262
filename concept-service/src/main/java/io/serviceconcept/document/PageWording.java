package io.serviceconcept.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptContents.Held;
import io.serviceconcept.concept.Direction;
import io.serviceconcept.document.ConceptPage.Fact;
import io.serviceconcept.document.ConceptPage.Table;

/** Says in words what a draft or an edition holds, in the order in which it is read. */
final class PageWording {

    private final Held held;
    private final Terms terms;

    PageWording(Held held, Terms terms) {
        this.held = held;
        this.terms = terms;
    }

    ConceptPage page() {
        CustomerTables customers = new CustomerTables(held.content(), terms);
        String description = held.description();
        return new ConceptPage(held.name(), terms.edition(held), description == null ? "" : description, direction(),
                customers.groups(), Pyramid.of(held.content(), terms), customers.channels(), customers.handOvers(),
                customers.needs(), MatrixTable.of(held.content(), terms), rest());
    }

    private List<Table> rest() {
        return Stream.of(new ResearchTables(held.content(), terms).all(), new PromiseTables(held.content(), terms).all())
                .flatMap(List::stream).toList();
    }

    private List<Fact> direction() {
        Direction direction = held.content().direction();
        List<Fact> facts = new ArrayList<>();
        add(facts, "mission", direction.mission());
        add(facts, "vision", direction.vision());
        add(facts, "values", direction.values());
        add(facts, "ambition", direction.ambition());
        add(facts, "policy-choices", direction.policyChoices());
        add(facts, "budget", terms.money(direction.budgetPerMonth()));
        return List.copyOf(facts);
    }

    private void add(List<Fact> facts, String term, @Nullable String text) {
        add(facts, term, text == null || text.isBlank() ? List.of() : List.of(text));
    }

    private void add(List<Fact> facts, String term, List<String> texts) {
        if (!texts.isEmpty()) {
            facts.add(new Fact(terms.say(term), texts));
        }
    }
}
