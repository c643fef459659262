package io.serviceconcept.document;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.serviceconcept.concept.Offer.OpeningHours;
import io.serviceconcept.language.Words;

/** Opening hours as a sign at the door says them: days that follow each other and have the same hours on one line. */
final class OpeningTimes {

    private OpeningTimes() {
    }

    private record Run(DayOfWeek first, DayOfWeek last, String times) {

        String text(Words words) {
            String days = first == last ? words.day(first) : words.day(first) + '–' + words.day(last);
            return days + ' ' + times;
        }
    }

    static List<String> lines(List<OpeningHours> hours, Words words) {
        Map<String, Set<DayOfWeek>> days = new LinkedHashMap<>();
        hours.forEach(open -> days.computeIfAbsent(open.from() + '–' + open.to(), times -> EnumSet.noneOf(DayOfWeek.class))
                .add(open.day()));
        List<Run> runs = new ArrayList<>();
        days.forEach((times, of) -> runs.addAll(runs(times, List.copyOf(of))));
        return runs.stream().sorted(Comparator.comparing(Run::first).thenComparing(Run::times)).map(run -> run.text(words))
                .toList();
    }

    /**
     * @param days in order, at least one
     */
    private static List<Run> runs(String times, List<DayOfWeek> days) {
        List<Run> runs = new ArrayList<>();
        DayOfWeek first = days.getFirst();
        for (int i = 0; i < days.size(); i++) {
            boolean ends = i == days.size() - 1 || days.get(i + 1).ordinal() != days.get(i).ordinal() + 1;
            if (ends) {
                runs.add(new Run(first, days.get(i), times));
                first = i == days.size() - 1 ? first : days.get(i + 1);
            }
        }
        return runs;
    }
}
