package io.serviceconcept.slices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Answers and times as they were given, what is known of where they were given, and what follows by counting in loops: none
 * of it by the code that is tested.
 */
record RawAnswers(World world, List<Answered> answers, List<Timed> times) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 2, 15);
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2025, 12, 30), LocalDate.of(2026, 1, 5),
            LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 15), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 1));

    /** Two channels that change their layer, three touchpoints of which two have one need, in two journeys. */
    private record World(String concept, String askedNeed, List<String> channels, List<String> groups,
            List<String> touchpoints, List<String> journeys, List<String> services, List<String> needs, String pilot,
            List<String> layers) {

        static World fresh() {
            return new World(Organisation.id(), Organisation.id(), ids(2), ids(2), ids(3), ids(2), ids(2), ids(2),
                    Organisation.id(), ids(2));
        }

        private static List<String> ids(int count) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ids.add(Organisation.id());
            }
            return ids;
        }
    }

    /** One response; what is null was left out. */
    record Answered(String id, Instant at, int mark, @Nullable Integer heard, @Nullable Integer recommends,
            @Nullable Integer ease, @Nullable Boolean solved, Map<String, String> of) {

        Map<String, Object> body() {
            Map<String, Object> body = new HashMap<>(of);
            body.put("id", id);
            body.put("interactionAt", at.toString());
            List<Map<String, Object>> given = new ArrayList<>();
            given.add(Map.of("question", "mark", "value", mark));
            value(given, "heard", heard);
            value(given, "recommends", recommends);
            value(given, "ease", ease);
            if (solved != null) {
                given.add(Map.of("question", "solved", "options", List.of(solved ? "yes" : "no")));
            }
            body.put("answers", given);
            return body;
        }

        private static void value(List<Map<String, Object>> given, String question, @Nullable Integer value) {
            if (value != null) {
                given.add(Map.of("question", question, "value", value));
            }
        }
    }

    /** How long one thing took; as much was counted and paid there. */
    record Timed(String key, LocalDate day, BigDecimal value, Map<String, String> of) {

        Map<String, Object> body(String indicator) {
            Map<String, Object> body = new HashMap<>(of);
            body.putAll(Map.of("source", "pbx", "key", key + "-" + indicator, "indicator", indicator, "from",
                    day.toString(), "to", day.toString(), "value", value));
            return body;
        }
    }

    /** What was given in a period and slice. */
    record Recounted(List<BigDecimal> values) {

        int n() {
            return values.size();
        }

        BigDecimal total() {
            BigDecimal total = BigDecimal.ZERO;
            for (BigDecimal value : values) {
                total = total.add(value);
            }
            return total;
        }

        BigDecimal mean() {
            return total().divide(BigDecimal.valueOf(values.size()), 6, RoundingMode.HALF_UP);
        }

        /** Of ones and zeros. */
        BigDecimal share() {
            return percent(total());
        }

        /** Of marks from 0 to 10. */
        BigDecimal netPromoters() {
            long promoters = values.stream().filter(value -> value.intValue() >= 9).count();
            long detractors = values.stream().filter(value -> value.intValue() <= 6).count();
            return percent(BigDecimal.valueOf(promoters - detractors));
        }

        /** Of marks from 1 to 7. */
        BigDecimal easy() {
            return percent(BigDecimal.valueOf(values.stream().filter(value -> value.intValue() >= 5).count()));
        }

        private BigDecimal percent(BigDecimal part) {
            return part.multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(values.size()), 6, RoundingMode.HALF_UP);
        }

        /** The smallest value that so many percent do not exceed. */
        BigDecimal percentile(int percent) {
            List<BigDecimal> sorted = new ArrayList<>(values);
            sorted.sort(BigDecimal::compareTo);
            for (BigDecimal candidate : sorted) {
                int notAbove = 0;
                for (BigDecimal value : sorted) {
                    notAbove += value.compareTo(candidate) <= 0 ? 1 : 0;
                }
                if (notAbove * 100 >= percent * sorted.size()) {
                    return candidate;
                }
            }
            throw new AssertionError("no value");
        }
    }

    static RawAnswers random(Random random, int responses, int observations) {
        World world = World.fresh();
        List<Answered> answers = new ArrayList<>();
        for (int i = 0; i < responses; i++) {
            Map<String, String> of = new HashMap<>();
            put(of, "channel", random, world.channels(), 1);
            put(of, "group", random, world.groups(), 1);
            put(of, "touchpoint", random, world.touchpoints(), 1);
            put(of, "location", random, List.of("North", "South"), 1);
            put(of, "department", random, List.of("Income"), 1);
            put(of, "pilot", random, List.of(world.pilot()), 1);
            put(of, "journey", random, world.journeys(), 4);
            Instant at = DAYS.get(random.nextInt(DAYS.size())).atTime(random.nextInt(24), random.nextInt(60)).atZone(ZONE)
                    .toInstant();
            answers.add(new Answered("r-" + i, at, 1 + random.nextInt(10),
                    random.nextBoolean() ? 1 + random.nextInt(10) : null, random.nextInt(3) > 0 ? random.nextInt(11) : null,
                    random.nextInt(3) > 0 ? 1 + random.nextInt(7) : null, random.nextInt(4) > 0 ? random.nextBoolean() : null,
                    of));
        }
        List<Timed> times = new ArrayList<>();
        for (int i = 0; i < observations; i++) {
            Map<String, String> of = new HashMap<>();
            put(of, "channel", random, world.channels(), 1);
            put(of, "group", random, world.groups(), 1);
            put(of, "location", random, List.of("North", "South"), 1);
            times.add(new Timed("t-" + i, DAYS.get(random.nextInt(DAYS.size())),
                    new BigDecimal(random.nextInt(100_000)).movePointLeft(2), of));
        }
        return new RawAnswers(world, answers, times);
    }

    /** Tells one of some values, or none: {@code none} times as likely as each of them. */
    private static void put(Map<String, String> of, String name, Random random, List<String> values, int none) {
        int chosen = random.nextInt(values.size() + none);
        if (chosen < values.size()) {
            of.put(name, values.get(chosen));
        }
    }

    String concept() {
        return world.concept();
    }

    String askedNeed() {
        return world.askedNeed();
    }

    /** As the concept service tells them. */
    List<Map<String, Object>> editions() {
        return List.of(edition(1, FIRST, 0, 1), edition(2, SECOND, 1, 1));
    }

    private Map<String, Object> edition(int number, LocalDate from, int layerOfFirst, int layerOfSecond) {
        return Map.of("concept", concept(), "name", "C", "edition", number, "inForceFrom", from.toString(), "objectives",
                List.of(), "channels", List.of(channel(0, layerOfFirst), channel(1, layerOfSecond)));
    }

    private Map<String, Object> channel(int channel, int layer) {
        return Map.of("id", world.channels().get(channel), "name", "channel", "layer", world.layers().get(layer));
    }

    /** As the journey service tells them. */
    List<Map<String, Object>> journeys() {
        return List.of(journey(0, List.of(touchpoint(0, List.of(world.needs().get(0))))),
                journey(1, List.of(touchpoint(1, List.of(world.needs().get(1))), touchpoint(2, world.needs()))));
    }

    private Map<String, Object> journey(int journey, List<Map<String, Object>> touchpoints) {
        return Map.of("journey", world.journeys().get(journey), "service", world.services().get(journey), "phases",
                List.of(Map.of("touchpoints", touchpoints)));
    }

    private Map<String, Object> touchpoint(int touchpoint, List<String> needs) {
        return Map.of("id", world.touchpoints().get(touchpoint), "needs", needs);
    }

    /** By period, its first day, dimension and key. */
    Map<String, Recounted> recount() {
        Map<String, Recounted> recounted = new TreeMap<>();
        for (Answered answer : answers) {
            LocalDate day = answer.at().atZone(ZONE).toLocalDate();
            BigDecimal mark = BigDecimal.valueOf(answer.mark());
            BigDecimal heard = answer.heard() == null ? null : BigDecimal.valueOf(answer.heard());
            BigDecimal both = heard == null ? mark : mark.add(heard).divide(BigDecimal.TWO);
            for (Map.Entry<String, String> slice : slices(answer, day).entrySet()) {
                add(recounted, day, slice.getKey() + " " + slice.getValue(), both);
            }
            String need = needOf(answer.of().get("touchpoint"));
            addNeed(recounted, day, need, answer, mark);
            if (heard != null) {
                addNeed(recounted, day, askedNeed(), answer, heard);
            }
        }
        return recounted;
    }

    /** As {@link #recount()}, of one question, which asks about the need of the touchpoint. */
    Map<String, Recounted> recount(Function<Answered, @Nullable BigDecimal> given) {
        Map<String, Recounted> recounted = new TreeMap<>();
        for (Answered answer : answers) {
            BigDecimal value = given.apply(answer);
            if (value != null) {
                LocalDate day = answer.at().atZone(ZONE).toLocalDate();
                slices(answer, day).forEach((dimension, key) -> add(recounted, day, dimension + " " + key, value));
                addNeed(recounted, day, needOf(answer.of().get("touchpoint")), answer, value);
            }
        }
        return recounted;
    }

    /** As {@link #recount()}, of the times. */
    Map<String, Recounted> recountTimes() {
        Map<String, Recounted> recounted = new TreeMap<>();
        for (Timed timed : times) {
            String channel = timed.of().get("channel");
            boolean isKnown = channel != null && !timed.day().isBefore(FIRST);
            add(recounted, timed.day(), "ALL ", timed.value());
            add(recounted, timed.day(), "CHANNEL " + orUnknown(channel), timed.value());
            add(recounted, timed.day(), "GROUP " + orUnknown(timed.of().get("group")), timed.value());
            add(recounted, timed.day(), "LOCATION " + orUnknown(timed.of().get("location")), timed.value());
            add(recounted, timed.day(), "LAYER " + orUnknown(layer(channel, timed.day())), timed.value());
            add(recounted, timed.day(), "EDITION " + (isKnown ? edition(timed.day()) : "UNKNOWN"), timed.value());
        }
        return recounted;
    }

    private Map<String, String> slices(Answered answer, LocalDate day) {
        Map<String, String> of = answer.of();
        String touchpoint = of.get("touchpoint");
        String journey = of.get("journey");
        if (journey == null && touchpoint != null) {
            journey = world.journeys().get(world.touchpoints().indexOf(touchpoint) == 0 ? 0 : 1);
        }
        Map<String, String> slices = new TreeMap<>();
        slices.put("ALL", "");
        slices.put("CHANNEL", orUnknown(of.get("channel")));
        slices.put("LAYER", orUnknown(layer(of.get("channel"), day)));
        slices.put("GROUP", orUnknown(of.get("group")));
        slices.put("TOUCHPOINT", orUnknown(touchpoint));
        slices.put("JOURNEY", orUnknown(journey));
        slices.put("SERVICE", journey == null ? "UNKNOWN" : world.services().get(world.journeys().indexOf(journey)));
        slices.put("LOCATION", orUnknown(of.get("location")));
        slices.put("DEPARTMENT", orUnknown(of.get("department")));
        slices.put("EDITION", edition(day));
        slices.put("PILOT", orUnknown(of.get("pilot")));
        return slices;
    }

    private static String orUnknown(@Nullable String key) {
        return key == null ? "UNKNOWN" : key;
    }

    private String edition(LocalDate day) {
        return day.isBefore(FIRST) ? "UNKNOWN" : concept() + (day.isBefore(SECOND) ? "|1" : "|2");
    }

    private @Nullable String layer(@Nullable String channel, LocalDate day) {
        if (channel == null || day.isBefore(FIRST)) {
            return null;
        }
        return world.layers().get(world.channels().indexOf(channel) == 0 && day.isBefore(SECOND) ? 0 : 1);
    }

    private String needOf(@Nullable String touchpoint) {
        int number = touchpoint == null ? 2 : world.touchpoints().indexOf(touchpoint);
        return number == 2 ? "UNKNOWN" : world.needs().get(number);
    }

    private static void addNeed(Map<String, Recounted> recounted, LocalDate day, String need, Answered answer,
            BigDecimal value) {
        add(recounted, day, "NEED " + need, value);
        add(recounted, day, "NEED_CHANNEL " + need + "|" + orUnknown(answer.of().get("channel")), value);
        add(recounted, day, "NEED_GROUP " + need + "|" + orUnknown(answer.of().get("group")), value);
    }

    private static void add(Map<String, Recounted> recounted, LocalDate day, String slice, BigDecimal value) {
        LocalDate month = day.withDayOfMonth(1);
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (String period : List.of("DAY " + day, "WEEK " + monday, "MONTH " + month,
                "QUARTER " + month.withMonth((month.getMonthValue() - 1) / 3 * 3 + 1), "YEAR " + month.withMonth(1))) {
            recounted.computeIfAbsent(period + " " + slice, place -> new Recounted(new ArrayList<>())).values().add(value);
        }
    }
}
