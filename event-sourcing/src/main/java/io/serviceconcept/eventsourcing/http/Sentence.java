package io.serviceconcept.eventsourcing.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A text that names something, in two languages.
 *
 * @param fixed what the English says before, between and after what is named, in that order
 * @param numbers which place of the Dutch each thing that is named goes to
 */
record Sentence(List<String> fixed, List<Integer> numbers, String dutch) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    static Sentence of(String english, String dutch) {
        List<String> fixed = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        Matcher place = PLACE.matcher(english);
        int from = 0;
        while (place.find()) {
            fixed.add(english.substring(from, place.start()));
            numbers.add(Integer.valueOf(place.group(1)));
            from = place.end();
        }
        fixed.add(english.substring(from));
        return new Sentence(List.copyOf(fixed), List.copyOf(numbers), dutch);
    }

    /** How much of it is fixed. */
    int weight() {
        return fixed.stream().mapToInt(String::length).sum();
    }

    /** What a text names where this sentence names something; null when it is not this sentence. */
    @Nullable
    List<String> named(String text) {
        String last = fixed.getLast();
        int end = text.length() - last.length();
        int from = fixed.getFirst().length();
        if (from > end || !text.startsWith(fixed.getFirst()) || !text.endsWith(last)) {
            return null;
        }
        List<String> named = new ArrayList<>();
        for (String next : fixed.subList(1, fixed.size() - 1)) {
            int at = text.indexOf(next, from);
            if (at < 0 || at + next.length() > end) {
                return null;
            }
            named.add(text.substring(from, at));
            from = at + next.length();
        }
        named.add(text.substring(from, end));
        return named;
    }

    /** @param words in both languages; what a caller chose is never one of them */
    String dutch(List<String> named, Map<String, String> words) {
        return PLACE.matcher(dutch).replaceAll(place -> {
            int at = numbers.indexOf(Integer.valueOf(place.group(1)));
            String name = named.get(at);
            return Matcher.quoteReplacement(isOurs(at) ? words.getOrDefault(name, name) : name);
        });
    }

    /** What callers chose stands in quotes or after a colon. */
    private boolean isOurs(int at) {
        String before = fixed.get(at);
        return !before.endsWith("\"") && !before.endsWith(": ");
    }
}
