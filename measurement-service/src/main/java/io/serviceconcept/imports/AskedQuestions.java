package io.serviceconcept.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.intake.LooseFields;
import io.serviceconcept.survey.SurveyEvent;
import io.serviceconcept.survey.SurveyVersion;

/**
 * What a survey asks: another version may ask something else under the same id.
 *
 * @param versions the first one first; none for what answers no survey
 */
record AskedQuestions(List<SurveyVersion> versions) {

    AskedQuestions {
        versions = versions.stream().sorted(Comparator.comparingInt(SurveyVersion::version)).toList();
    }

    /** Of all versions. */
    Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        versions.forEach(version -> version.questions().forEach(question -> ids.add(question.id())));
        return ids;
    }

    /**
     * The version that a response answers: the one it names, or else the one in use when the interaction took place. What
     * tells neither is taken for the newest; the rules of responses say what is wrong with it.
     */
    SurveyVersion answered(JsonNode response) {
        LooseFields fields = new LooseFields(response);
        BigDecimal named = fields.number("surveyVersion");
        Instant at = fields.instant("interactionAt");
        if (named != null) {
            return versions.stream().filter(version -> named.compareTo(BigDecimal.valueOf(version.version())) == 0)
                    .findFirst().orElse(versions.getLast());
        }
        return at == null ? versions.getLast()
                : versions.stream().filter(version -> !at.isBefore(version.inUseFrom())).reduce((one, later) -> later)
                        .orElse(versions.getFirst());
    }

    /** A question as a version asks it, or as the last did that asked it. */
    SurveyEvent.Question question(SurveyVersion version, String id) {
        return version.question(id).orElseGet(() -> versions.reversed().stream().map(other -> other.question(id))
                .flatMap(Optional::stream).findFirst().orElseThrow());
    }
}
