package no.barometer.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.SourceRow;
import no.barometer.survey.Labels;

/**
 * Reads the number texts of one file. Where no locale is declared the file's other numbers tell what {@code 1.250} is: it
 * is read as a decimal if decimals elsewhere have the same separator and none has the other one; else it is a fault.
 */
final class NumberReader {
    private final String locale;
    private final char decimalSign;
    private final Faults faults;
    private boolean dotDecimals;
    private boolean commaDecimals;
    private final List<Doubt> doubts = new ArrayList<>();

    NumberReader(String locale, Faults faults) {
        this.locale = locale;
        this.decimalSign = Numbers.decimalSign(locale);
        this.faults = faults;
    }

    /** The number in a text file's field that needs no closer look; NaN in all others. */
    double plain(SourceRow row, int column) {
        return decimalSign == Numbers.UNKNOWN_SIGN ? Double.NaN : row.decimal(column, decimalSign);
    }

    private record Doubt(String text, Location at, String column, List<String> readings) {}

    Numbers.Reading read(String text, Location at, String column) {
        return read(text, () -> at, column);
    }

    /** @param at where it stands, asked for only if the number is in doubt */
    Numbers.Reading read(String text, Supplier<Location> at, String column) {
        Numbers.Reading reading = Numbers.read(text, locale);
        if (!locale.isEmpty()) {
            return reading;
        }
        if (reading instanceof Numbers.Plain plain && plain.value() != Math.rint(plain.value())) {
            boolean dotLast = text.lastIndexOf('.') > text.lastIndexOf(',');
            dotDecimals |= dotLast;
            commaDecimals |= !dotLast;
        }
        if (reading instanceof Numbers.Ambiguous ambiguous) {
            doubts.add(new Doubt(text, at.get(), column, ambiguous.readings()));
            return Numbers.read(text, text.indexOf('.') >= 0 ? "en" : "nb");
        }
        return reading;
    }

    /** Tells of the numbers that stay ambiguous when the whole file is read. */
    void close() {
        for (Doubt doubt : doubts) {
            boolean dot = doubt.text().indexOf('.') >= 0;
            if (dot ? !dotDecimals || commaDecimals : !commaDecimals || dotDecimals) {
                faults.add(
                        Kind.AMBIGUOUS_NUMBER,
                        doubt.at(),
                        doubt.column(),
                        Labels.tidy(doubt.text()),
                        String.join(" or ", doubt.readings()));
            }
        }
        doubts.clear();
    }

    /** The shortest decimal that reads back as the same number. */
    static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }
}
