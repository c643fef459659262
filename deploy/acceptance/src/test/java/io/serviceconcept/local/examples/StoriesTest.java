package io.serviceconcept.local.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

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
        for (String kind : List.of("layers", "channels", "customerGroups", "needs", "objectives", "indicators")) {
            List<String> names = story(file).all(kind).stream().map(entry -> entry.path("name").asText()).toList();
            List<String> keys = story(file).all(kind).stream().map(Story::key).toList();

            assertThat(new HashSet<>(names)).as(kind).hasSameSizeAs(names);
            assertThat(new HashSet<>(keys)).as(kind).hasSameSizeAs(keys);
        }
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
