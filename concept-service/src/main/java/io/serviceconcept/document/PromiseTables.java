package io.serviceconcept.document;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Assumption;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.TargetMeasure;
import io.serviceconcept.concept.Offer;
import io.serviceconcept.concept.Offer.AnswerTime;
import io.serviceconcept.concept.Service;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.concept.Stakeholder;
import io.serviceconcept.document.ConceptPage.Cell;
import io.serviceconcept.document.ConceptPage.Table;

/** The tables of what is offered, promised and wanted, and of what that rests on. */
record PromiseTables(EditionContent content, Terms terms) {

    List<Table> all() {
        return List.of(services(), offers(), serviceLevels(), objectives(), shifts(), assumptions(), stakeholders());
    }

    private Table services() {
        return table("services", terms.columns("service", "description"), content.services().stream()
                .map(service -> List.of(Cell.text(service.name()), Cell.text(service.description()))).toList());
    }

    Table offers() {
        List<String> order = content.services().stream().map(Service::id).toList();
        return table("offers", terms.columns("service", "channel", "group", "hours", "languages", "accessibility", "promise"),
                content.offers().stream().sorted(Comparator.comparingInt((Offer offer) -> order.indexOf(offer.service()))
                        .thenComparing(offer -> terms.name(offer.channel()))).map(this::offer).toList());
    }

    private List<Cell> offer(Offer offer) {
        AnswerTime time = offer.answerTime();
        return List.of(Cell.text(terms.name(offer.service())), Cell.text(terms.name(offer.channel())),
                Cell.text(terms.name(offer.group())),
                Cell.hours(OpeningTimes.lines(offer.openingHours(), terms.words())),
                Cell.list(offer.languages().stream().map(terms.words()::languageName).toList()),
                Cell.list(offer.accessibility()),
                Cell.text(offer.promise(), time == null ? null : terms.words().within(time)));
    }

    private Table serviceLevels() {
        return table("service-levels", terms.columns("promise", "service", "indicator", "norm", "window", "slice"),
                content.serviceLevels().stream().map(this::serviceLevel).toList());
    }

    private List<Cell> serviceLevel(ServiceLevel level) {
        ServiceLevel.Norm norm = level.norm();
        return List.of(Cell.text(level.promise(), level.name()),
                Cell.text(level.service() == null ? terms.say("all-services") : terms.name(level.service())),
                Cell.text(terms.indicator(level.indicator())),
                Cell.text(norm == null ? null
                        : terms.norm(norm.comparison(), norm.value(), terms.unit(level.indicator()))),
                window(level.window()), Cell.text(terms.slice(level.slice())));
    }

    private Table objectives() {
        return table("objectives", terms.columns("objective", "indicator", "target", "window", "slice", "due", "owner"),
                content.objectives().stream().map(this::objective).toList());
    }

    private List<Cell> objective(Objective objective) {
        return List.of(Cell.text(objective.name()), Cell.text(terms.indicator(objective.indicator())),
                Cell.text(target(objective)), window(objective.window()), Cell.text(terms.slice(objective.slice())),
                Cell.text(terms.day(objective.dueDate())), Cell.text(objective.owner()));
    }

    private String target(Objective objective) {
        Objective.Target target = objective.target();
        if (target == null) {
            return "";
        }
        return target.measure() == TargetMeasure.FIGURE
                ? terms.norm(target.comparison(), target.value(), terms.unit(objective.indicator()))
                : terms.norm(target.comparison(), target.value(), "%") + ' ' + terms.say("since") + ' '
                        + target.baselineYear();
    }

    private Cell window(@Nullable ObjectiveWindow window) {
        return Cell.text(window == null ? null : terms.words().of("window", window));
    }

    private Table shifts() {
        return table("shifts", terms.columns("from", "to", "share-of-contacts", "begin", "due", "reason"),
                content.channelShifts().stream()
                        .map(shift -> List.of(Cell.text(terms.name(shift.from())), Cell.text(terms.name(shift.to())),
                                Cell.number(terms.percent(shift.percentage())), Cell.text(terms.day(shift.startDate())),
                                Cell.text(terms.day(shift.dueDate())), Cell.text(shift.reason())))
                        .toList());
    }

    /** The riskiest first. */
    private Table assumptions() {
        return table("assumptions", terms.columns("assumption", "about", "risk", "belief", "evidence", "due", "owner"),
                content.assumptions().stream().sorted(Comparator.comparingInt(Assumption::risk).reversed())
                        .map(this::assumption).toList());
    }

    private List<Cell> assumption(Assumption assumption) {
        return List.of(Cell.text(assumption.name(), assumption.description()),
                Cell.text(terms.name(assumption.channel()), assumption.means()),
                Cell.number(assumption.impact() + " × " + assumption.uncertainty() + " = " + assumption.risk()),
                Cell.text(terms.words().of("belief", assumption.status())), Cell.text(assumption.evidence()),
                Cell.text(terms.day(assumption.dueDate())), Cell.text(assumption.owner()));
    }

    private Table stakeholders() {
        return table("stakeholders", terms.columns("stakeholder", "influence", "interest", "support", "remark"),
                content.stakeholders().stream().map(this::stakeholder).toList());
    }

    private List<Cell> stakeholder(Stakeholder stakeholder) {
        return List.of(Cell.text(stakeholder.name()), Cell.text(terms.words().of("skill", stakeholder.influence())),
                Cell.text(terms.words().of("skill", stakeholder.interest())),
                Cell.text(stakeholder.support() == null ? terms.say("unknown")
                        : terms.words().of("support", stakeholder.support())),
                Cell.text(stakeholder.remark()));
    }

    private Table table(String id, List<String> columns, List<List<Cell>> rows) {
        return new Table(id, terms.say(id), columns, rows);
    }
}
