package no.barometer.warehouse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a tidy file, as printed.
 *
 * @param wave id
 * @param item empty where there is none, as is the answer
 */
public record PublishedEstimate(
        String survey,
        String table,
        String wave,
        LocalDate periodStart,
        String question,
        String item,
        String answer,
        String breakdown,
        String group,
        String measure,
        String baseKind,
        @Nullable Double value,
        String unit,
        @Nullable Double stdError,
        @Nullable Double ciLow,
        @Nullable Double ciHigh,
        @Nullable Double base,
        @Nullable Double effectiveBase,
        @Nullable Double change,
        @Nullable Double changePValue,
        String obsStatus,
        String confStatus,
        String method,
        String source) {
    public PublishedEstimate {
        value = withoutMinusZero(value);
        stdError = withoutMinusZero(stdError);
        ciLow = withoutMinusZero(ciLow);
        ciHigh = withoutMinusZero(ciHigh);
        base = withoutMinusZero(base);
        effectiveBase = withoutMinusZero(effectiveBase);
        change = withoutMinusZero(change);
        changePValue = withoutMinusZero(changePValue);
    }

    /** H2 keeps no minus zero: it would look like a change ever after. */
    private static @Nullable Double withoutMinusZero(@Nullable Double number) {
        return number == null ? null : (Double) (number + 0.0);
    }
}
