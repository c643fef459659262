package io.serviceconcept.document;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.Insight;
import io.serviceconcept.concept.ResearchActivity;
import io.serviceconcept.concept.ResearchActivity.OrganisationLevel;
import io.serviceconcept.document.ConceptPage.Cell;
import io.serviceconcept.document.ConceptPage.Table;

/** The tables of what the concept is founded on. */
record ResearchTables(EditionContent content, Terms terms) {

    List<Table> all() {
        return List.of(activities(), insights());
    }

    /** The earliest first. */
    private Table activities() {
        return table("research", terms.columns("research", "kind", "period", "participants", "among"),
                content.researchActivities().stream().sorted(Comparator.comparing(ResearchActivity::startDate))
                        .map(this::activity).toList());
    }

    private List<Cell> activity(ResearchActivity activity) {
        Integer participants = activity.participants();
        return List.of(Cell.text(activity.name(), activity.description()),
                Cell.text(terms.words().of("research", activity.kind()), level(activity.organisationLevel())),
                Cell.text(period(activity)),
                Cell.number(terms.number(participants == null ? null : Long.valueOf(participants))),
                Cell.list(terms.names(activity.groups())));
    }

    private @Nullable String level(@Nullable OrganisationLevel level) {
        return level == null ? null : terms.words().of("level", level);
    }

    private String period(ResearchActivity activity) {
        String first = terms.day(activity.startDate());
        return activity.startDate().equals(activity.endDate()) ? first : first + " – " + terms.day(activity.endDate());
    }

    private Table insights() {
        return table("insights", terms.columns("insight", "evidence", "source", "supports"),
                content.insights().stream().map(this::insight).toList());
    }

    private List<Cell> insight(Insight insight) {
        return List.of(Cell.text(insight.name(), insight.text()), Cell.list(insight.evidence()),
                Cell.text(terms.name(insight.researchActivity())), Cell.list(terms.names(insight.needs())));
    }

    private Table table(String id, List<String> columns, List<List<Cell>> rows) {
        return new Table(id, terms.say(id), columns, rows);
    }
}
