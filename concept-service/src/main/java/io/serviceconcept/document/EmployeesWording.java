package io.serviceconcept.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptContents.Held;
import io.serviceconcept.document.EmployeesPage.Chapter;

/**
 * Says in words what customers may expect of employees, and what employees may expect.
 *
 * @param requirements null when it is not known what must have been in place then
 */
record EmployeesWording(Held held, @Nullable List<MustBeInPlace> requirements, Terms terms) {

    EmployeesPage page() {
        CustomerTables customers = new CustomerTables(held.content(), terms);
        PromiseTables promises = new PromiseTables(held.content(), terms);
        EmployeeTables employees = new EmployeeTables(held.content(), terms);
        return new EmployeesPage(held.name(), terms.edition(held), terms.say("employees"), terms.say("employees.lead"),
                List.of(chapter("customers-expect",
                        List.of(promises.offers(), employees.promises(), employees.channels(), customers.handOvers())),
                        requirements == null ? chapter("you-expected", "you-expect", List.of(employees.needs()))
                                : chapter("you-expect", List.of(employees.needs(), employees.requirements(requirements)))));
    }

    private Chapter chapter(String id, List<ConceptPage.Table> tables) {
        return chapter(id, id, tables);
    }

    private Chapter chapter(String words, String id, List<ConceptPage.Table> tables) {
        return new Chapter(id, terms.say("employees." + id), terms.say("employees." + words + ".lead"), tables);
    }
}
