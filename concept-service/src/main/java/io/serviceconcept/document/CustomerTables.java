package io.serviceconcept.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.Need.Importance;
import io.serviceconcept.document.ConceptPage.Cell;
import io.serviceconcept.document.ConceptPage.Table;

/** The tables of who the customers are, what they need and how they are reached. */
record CustomerTables(EditionContent content, Terms terms) {

    Table groups() {
        return table("groups", terms.columns("group", "share", "self-reliance", "digital-skill", "preferences", "layers",
                "cannot-use"), content.groups().stream().map(this::group).toList());
    }

    Table channels() {
        return table("channels", terms.columns("channel", "kind", "layer", "status", "means", "cost", "volume", "capacity"),
                content.channels().stream().sorted(Comparator.comparing(Channel::name, String.CASE_INSENSITIVE_ORDER))
                        .map(this::channel).toList());
    }

    Table handOvers() {
        return table("hand-overs", terms.columns("from", "to", "occasion", "passes"), content.handOvers().stream()
                .map(over -> List.of(Cell.text(terms.name(over.from())), Cell.text(terms.name(over.to())),
                        Cell.text(over.occasion()), Cell.list(over.passes())))
                .toList());
    }

    /** How much each need matters to each group. */
    Table needs() {
        List<String> columns = new ArrayList<>(terms.columns("need", "audience"));
        content.groups().forEach(group -> columns.add(group.name()));
        Map<String, Map<String, Integer>> importance = new HashMap<>();
        content.importance().forEach(of -> importance.put(of.need(), byGroup(of.importance())));
        return table("needs", List.copyOf(columns), MatrixTable.inOrder(content.needs()).stream()
                .map(need -> need(need, importance.getOrDefault(need.id(), Map.of()))).toList());
    }

    private List<Cell> group(CustomerGroup group) {
        List<String> layers = new ArrayList<>();
        layers.add(group.homeLayer() == null ? terms.say("no-home")
                : terms.name(group.homeLayer()) + " (" + terms.say("home") + ")");
        layers.addAll(terms.names(group.otherLayers()));
        return List.of(Cell.text(group.name(), group.description()), Cell.number(terms.percent(group.share())),
                Cell.text(terms.words().of("skill", group.selfReliance())),
                Cell.text(terms.words().of("skill", group.digitalSkill())),
                Cell.list(group.contactPreferences()), Cell.list(layers),
                Cell.list(group.unusableChannels().stream()
                        .map(unusable -> terms.name(unusable.channel()) + ": " + unusable.reason()).toList()));
    }

    private List<Cell> channel(Channel channel) {
        return List.of(
                Cell.text(channel.name(), channel.legallyRequired() ? terms.say("legally-required") : null,
                        channel.feasibility()),
                Cell.text(terms.words().channelKind(channel.kind())), Cell.text(terms.name(channel.layer())),
                Cell.text(terms.words().of("status", channel.status())), Cell.list(channel.means()),
                Cell.number(terms.money(channel.costPerContact())), Cell.number(terms.number(channel.volumePerMonth())),
                Cell.number(terms.number(channel.capacityPerMonth())));
    }

    private List<Cell> need(Need need, Map<String, Integer> importance) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text((need.coreNeed() == null ? "" : "– ") + need.name(), need.description()));
        cells.add(Cell.text(terms.words().of("audience", need.audience())));
        content.groups().forEach(group -> {
            Integer known = importance.get(group.id());
            cells.add(Cell.number(known == null ? "" : known.toString()));
        });
        return List.copyOf(cells);
    }

    private static Map<String, Integer> byGroup(List<Importance> given) {
        Map<String, Integer> byGroup = new HashMap<>();
        for (Importance importance : given) {
            Integer value = importance.value();
            if (value != null) {
                byGroup.put(importance.group(), value);
            }
        }
        return byGroup;
    }

    private Table table(String id, List<String> columns, List<List<Cell>> rows) {
        return new Table(id, terms.say(id), columns, rows);
    }
}
