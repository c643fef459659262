package io.serviceconcept.local.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** The files say what the stories need them to say. */
class StoriesTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("platform.root", "../.."), "deploy", "examples");
    /** 97.5 % quantiles of Student's t distribution for 119 and 159 degrees of freedom, from a table. */
    private static final double T_119 = 1.980100;
    private static final double T_159 = 1.974996;

    @ParameterizedTest
    @ValueSource(strings = { ExampleLoader.MUNICIPALITY, ExampleLoader.FASHION_FOR_YOU })
    void theSharesOfAllGroupsAreTheWholeCustomerBase(String file) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode group : story(file).all("customerGroups")) {
            sum = sum.add(group.path("share").decimalValue());
        }

        assertThat(sum).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @ValueSource(strings = { ExampleLoader.MUNICIPALITY, ExampleLoader.FASHION_FOR_YOU })
    void namesAndKeysAreUniqueWithinTheirKind(String file) {
        for (String kind : List.of("layers", "channels", "customerGroups", "needs", "objectives", "indicators", "services",
                "serviceLevels", "assumptions", "stakeholders", "researchActivities", "insights", "offers", "channelShifts",
                "handOvers", "ideas")) {
            List<String> names = story(file).all(kind).stream().map(StoriesTest::name).toList();
            List<String> keys = story(file).all(kind).stream().map(Story::key).toList();

            assertThat(names).as(kind).isNotEmpty().doesNotContain("").doesNotHaveDuplicates();
            assertThat(keys).as(kind).doesNotContain("").doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { ExampleLoader.MUNICIPALITY, ExampleLoader.FASHION_FOR_YOU })
    void everyNeedOfCustomersIsScoredOnEveryChannelAndSupportsOneOfFiveCoreNeeds(String file) {
        Story story = story(file);
        List<String> channels = story.all("channels").stream().map(Story::key).toList();
        List<JsonNode> needs = story.all("needs").stream()
                .filter(need -> need.path("audience").asText().equals("CUSTOMER")).toList();

        assertThat(needs).filteredOn(need -> !need.has("coreNeed")).hasSize(5);
        for (JsonNode need : needs) {
            Set<String> scored = new HashSet<>();
            story.all("fits").stream().filter(fit -> fit.path("need").equals(need.path("key")))
                    .forEach(fit -> fit.path("channels").fieldNames().forEachRemaining(scored::add));
            assertThat(scored).as(Story.key(need)).containsExactlyInAnyOrderElementsOf(channels);
        }
    }

    @Test
    void theMunicipalityHasWhatTheFiguresOfTheArticleName() {
        Story story = story(ExampleLoader.MUNICIPALITY);

        assertThat(story.all("layers")).extracting(StoriesTest::name).containsExactlyInAnyOrder("Persoonlijke service",
                "Klantenservice", "Zelfbediening", "Informeren");
        assertThat(story.all("channels")).extracting(StoriesTest::name).containsExactlyInAnyOrder("Zaak/zaakbehandelaar",
                "Balie", "Video bellen", "Bellen", "Chatten met een medewerker", "Webcare", "Web", "App", "Sociale media",
                "Geautomatiseerde chat", "Mijn omgeving", "Brieven", "Flyers", "Beschikkingen", "Open omgeving website/app");
        assertThat(inFigure(story, "gap")).containsExactlyInAnyOrder("Overzicht", "Snelheid",
                "Onderdeel zijn van de maatschappij", "Menselijk", "Verbinding", "Persoonlijk contact", "Verbonden",
                "In eigen tempo", "Duidelijke informatie");
        assertThat(inFigure(story, "clustering")).containsExactlyInAnyOrder("Persoonlijk contact", "Menselijkheid",
                "Controle", "De organisatie is op de hoogte", "Snelheid", "Overzicht", "In eigen tempo", "Geen wachtrij",
                "Voorspelbaar");
    }

    @Test
    void theVerdictIsFirmAndFortyMarksOfThreeTurnIt() {
        List<Double> marks = new ArrayList<>();
        for (JsonNode response : story(ExampleLoader.MUNICIPALITY).content().at("/surveys/0/responses")) {
            double sum = 0;
            for (JsonNode mark : response.path("answers")) {
                sum += mark.asInt();
            }
            marks.add(sum / 3);
        }

        assertThat(marks).hasSize(120);
        assertThat(mean(marks)).isBetween(7.5, 7.6);
        assertThat(mean(marks) - T_119 * standardError(marks)).isGreaterThan(7.1);
        for (int i = 0; i < 40; i++) {
            marks.add(3.0);
        }
        assertThat(mean(marks) + T_159 * standardError(marks)).isLessThan(6.9);
    }

    @Test
    void visitorsFallALittleMoreThanFivePercentHoweverManyMonthsAreClosed() {
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal after = BigDecimal.ZERO;
        for (int month = 0; month < 12; month++) {
            for (JsonNode location : story(ExampleLoader.MUNICIPALITY).all("visitors")) {
                before = before.add(location.path("baselineYear").path(month).decimalValue());
                after = after.add(location.path("measuredYear").path(month).decimalValue());
            }
            assertThat(after.subtract(before).multiply(BigDecimal.valueOf(100)).divide(before, MathContext.DECIMAL64))
                    .as("after %d months", month + 1).isBetween(new BigDecimal("-7"), new BigDecimal("-5.5"));
        }
    }

    private static List<String> inFigure(Story story, String figure) {
        List<String> names = new ArrayList<>();
        for (JsonNode need : story.all("needs")) {
            need.path("figures")
                    .forEach(shown -> names.addAll(shown.asText().equals(figure) ? List.of(name(need)) : List.of()));
        }
        return names;
    }

    /** What an entry is known by. */
    private static String name(JsonNode entry) {
        return Stream.of("name", "title", "service", "from", "channel", "group", "to").map(entry::path)
                .filter(JsonNode::isTextual).map(JsonNode::asText).collect(Collectors.joining("|"));
    }

    private static Story story(String file) {
        return Story.read(EXAMPLES.resolve(file), "");
    }

    private static double mean(List<Double> marks) {
        return marks.stream().mapToDouble(mark -> mark).average().orElseThrow();
    }

    private static double standardError(List<Double> marks) {
        double mean = mean(marks);
        double squares = marks.stream().mapToDouble(mark -> (mark - mean) * (mark - mean)).sum();
        return Math.sqrt(squares / (marks.size() - 1) / marks.size());
    }
}
