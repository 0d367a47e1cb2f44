package no.barometer.layout;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sizes of the population by stratum, for the finite population correction.
 *
 * @param sizes PSUs by stratum, {@code ""} for the only one; empty: no correction
 */
record Population(Map<String, Double> sizes) {

    /** f_h = 1 - n_h/N_h. */
    double correction(String stratum, long sampled) {
        Double size = size(stratum);
        return size == null ? 1 : 1 - sampled / size;
    }

    /** What is said of a stratum whose sample is larger than its population. */
    Optional<String> contradiction(String stratum, long sampled) {
        Double size = size(stratum);
        return size == null || sampled <= size
                ? Optional.empty()
                : Optional.of("stratum \"" + stratum + "\" has " + sampled + " sampled of "
                        + BigDecimal.valueOf(size).stripTrailingZeros().toPlainString());
    }

    private @Nullable Double size(String stratum) {
        Double size = sizes.get(stratum);
        return size != null ? size : sizes.get("");
    }
}
