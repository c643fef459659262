package io.serviceconcept.acceptance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** The mean mark of each response of an example, counted here apart from the platform. */
record Marks(List<BigDecimal> perResponse) {

    /** 97.5 % quantile of Student's t distribution for 119 degrees of freedom, from a table. */
    static final BigDecimal T_119 = new BigDecimal("1.980100");
    /** The same for 35 degrees of freedom. */
    static final BigDecimal T_35 = new BigDecimal("2.030108");

    static Marks of(String file) {
        List<BigDecimal> means = new ArrayList<>();
        for (JsonNode response : Gateway.example(file).at("/surveys/0/responses")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode mark : response.path("answers")) {
                sum = sum.add(mark.decimalValue());
            }
            means.add(sum.divide(BigDecimal.valueOf(response.path("answers").size()), MathContext.DECIMAL128));
        }
        return new Marks(means);
    }

    int n() {
        return perResponse.size();
    }

    BigDecimal mean() {
        return perResponse.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(n()), MathContext.DECIMAL128);
    }

    /** Half the width of the 95 % interval, t · s ÷ √n. */
    BigDecimal halfWidth(BigDecimal t) {
        BigDecimal mean = mean();
        BigDecimal squares = perResponse.stream().map(mark -> mark.subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal variance = squares.divide(BigDecimal.valueOf(n() - 1L), MathContext.DECIMAL128);
        return t.multiply(variance.divide(BigDecimal.valueOf(n()), MathContext.DECIMAL128).sqrt(MathContext.DECIMAL128));
    }
}
