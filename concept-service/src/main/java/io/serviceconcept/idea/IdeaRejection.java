package io.serviceconcept.idea;

import java.util.List;

import io.serviceconcept.concept.Part;

/** Why a command is refused, with what the caller needs to know. */
sealed interface IdeaRejection {

    record IdeaAbsent() implements IdeaRejection {
    }

    record IdeaExists() implements IdeaRejection {
    }

    record UnknownReferences(List<Part.Reference> references) implements IdeaRejection {
    }

    /**
     * @param allowed the states that may follow, none when {@code from} is the last
     */
    record StateNotNext(IdeaState from, IdeaState to, List<IdeaState> allowed) implements IdeaRejection {
    }

    /** What it is and how it is tested changes no more. */
    record IdeaIsOver(IdeaState state) implements IdeaRejection {
    }

    record TestAbsent(String test) implements IdeaRejection {
    }

    record TooManyTests(int most) implements IdeaRejection {
    }

    record TooManyQuotes(int most) implements IdeaRejection {
    }
}
