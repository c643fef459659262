package io.serviceconcept.idea.history;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.history.EventWording;
import io.serviceconcept.idea.IdeaEvent;
import io.serviceconcept.idea.IdeaEvent.IdeaChanged;
import io.serviceconcept.idea.IdeaEvent.IdeaMoved;
import io.serviceconcept.idea.IdeaEvent.IdeaProposed;
import io.serviceconcept.idea.IdeaEvent.QuoteRecorded;
import io.serviceconcept.idea.IdeaEvent.TestAdded;
import io.serviceconcept.idea.IdeaEvent.TestChanged;

/** Events in words; never what a participant said. */
final class IdeaWording implements EventWording<IdeaEvent> {

    @Override
    public String tell(IdeaEvent event) {
        return switch (event) {
            case IdeaProposed proposed -> "Idea \"" + proposed.outline().title() + "\" proposed";
            case IdeaChanged changed -> "Idea changed, titled \"" + changed.outline().title() + '"';
            case IdeaMoved moved -> "Idea became " + moved.to();
            case TestAdded added -> "Test " + added.test().kind() + " of the " + added.test().target().kind() + " added";
            case TestChanged changed -> "Test " + changed.test().kind() + " of the " + changed.test().target().kind()
                    + " changed";
            case QuoteRecorded quote -> "Quote recorded";
        };
    }

    @Override
    public @Nullable String reason(IdeaEvent event) {
        return event instanceof IdeaMoved moved ? moved.reason() : null;
    }
}
