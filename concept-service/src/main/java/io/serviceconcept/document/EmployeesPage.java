package io.serviceconcept.document;

import java.util.List;

import io.serviceconcept.document.ConceptPage.Table;

/**
 * What the page for employees says, in words; the template only lays it out. Public, as everything a template reads.
 *
 * @param edition which draft or edition it is, in words
 * @param lead what the page is for
 */
public record EmployeesPage(String name, String edition, String title, String lead, List<Chapter> chapters) {

    /**
     * @param id of the chapter, for links
     */
    public record Chapter(String id, String title, String lead, List<Table> tables) {
    }
}
