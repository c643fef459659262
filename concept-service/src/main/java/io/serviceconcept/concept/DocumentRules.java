package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.serviceconcept.concept.ConceptImport.Entry;

/** What holds for the parts of a document together: the rules of a draft, on all of them at once. */
final class DocumentRules {

    private final Map<String, Entry> entries;
    private final Checks checks;

    DocumentRules(Map<String, Entry> entries, Checks checks) {
        this.entries = entries;
        this.checks = checks;
    }

    void check() {
        Map<List<Object>, String> names = new HashMap<>();
        List<ConceptEvent> events = new ArrayList<>(List.of(new ConceptEvent.ConceptCreated("", "", "", null)));
        entries.values().forEach(entry -> {
            name(entry, names);
            references(entry);
            if (entry.part() != null) {
                events.add(PartRules.added(entry.part()));
            }
        });
        Draft draft = ConceptDecider.fold(events).draft();
        entries.values().forEach(entry -> kind(entry, draft));
    }

    private void name(Entry entry, Map<List<Object>, String> names) {
        String name = entry.item().path("name").textValue();
        PartKind kind = entry.kind().type().kind();
        if (name != null) {
            String former = names.putIfAbsent(List.of(kind, Names.folded(name)), entry.pointer());
            checks.require(former == null, entry.pointer() + "/name", "is the name of another " + kind.word()
                    + " too, at " + former + "; capitals and accents make no difference");
        }
    }

    private void references(Entry entry) {
        if (entry.part() == null) {
            return;
        }
        for (Part.Reference reference : entry.part().references()) {
            Entry named = entries.get(reference.id());
            checks.require(named != null && named.kind().type().kind() == reference.kind(),
                    entry.pointer() + reference.pointer(),
                    "is not a " + reference.kind().word() + " of this document: " + reference.id());
        }
    }

    private void kind(Entry entry, Draft draft) {
        if (entry.part() != null) {
            PartRules.ofItsKind(entry.part(), draft).ifPresent(refused -> Refusals.violations(refused)
                    .forEach(one -> checks.require(false, entry.pointer() + one.pointer(), one.message())));
        }
    }
}
