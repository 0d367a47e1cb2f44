package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import no.barometer.layout.Numbers.Ambiguous;
import no.barometer.layout.Numbers.LessThan;
import no.barometer.layout.Numbers.NotANumber;
import no.barometer.layout.Numbers.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    45           |          | 45
                    45,3         |          | 45.3
                    45.3         |          | 45.3
                    0.453        |          | 0.453
                    0,125        |          | 0.125
                    0.4536       |          | 0.4536
                    12.5         |          | 12.5
                    1.25         |          | 1.25
                    .5           |          | 0.5
                    1.234,5      |          | 1234.5
                    1,234.5      |          | 1234.5
                    1 234        |          | 1234
                    1 234,5      |          | 1234.5
                    1'234.5      |          | 1234.5
                    1.234.567    |          | 1234567
                    1,234,567    |          | 1234567
                    1234.567     |          | 1234.567
                    -12,5        |          | -12.5
                    \u221212,5   |          | -12.5
                    +3           |          | 3
                    1e-5         |          | 0.00001
                    1.2E+3       |          | 1200
                    1.250        | en       | 1.25
                    1,250        | en-GB    | 1250
                    1.250        | nb       | 1250
                    1,250        | nb       | 1.25
                    1 250,75     | sv       | 1250.75
                    1.250        | csv      | 1.25
                    12345678901234567890 |  | 12345678901234567890
                    """)
    void readsWhatIsClear(String text, String locale, double value) {
        assertThat(Numbers.read(text, locale == null ? "" : locale)).isEqualTo(new Plain(value, false, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\u00a0234", "1\u2009234", "1\u202f234", "1\u2019234", " 1 234 ", "1234"})
    void readsGroupsSetApartByAnySpaceOrApostrophe(String text) {
        assertThat(Numbers.read(text, "nb")).isEqualTo(new Plain(1234, false, ""));
    }

    @Test
    void readsPercentSigns() {
        assertThat(Numbers.read("45%", "")).isEqualTo(new Plain(45, true, ""));
        assertThat(Numbers.read("45,3 %", "")).isEqualTo(new Plain(45.3, true, ""));
        assertThat(Numbers.read("45\u00a0% e", "nb")).isEqualTo(new Plain(45, true, "e"));
    }

    @Test
    void readsBoundsBelowWhichAFigureLies() {
        assertThat(Numbers.read("<1", "")).isEqualTo(new LessThan(1));
        assertThat(Numbers.read("< 0,5 %", "nb")).isEqualTo(new LessThan(0.5));
    }

    @Test
    void givesBothReadingsOfWhatLocalesReadDifferently() {
        assertThat(Numbers.read("1.250", "")).isEqualTo(new Ambiguous(List.of("1.250", "1250")));
        assertThat(Numbers.read("1,250", "")).isEqualTo(new Ambiguous(List.of("1250", "1.250")));
        assertThat(Numbers.read("-12.250 %", "")).isEqualTo(new Ambiguous(List.of("-12.250", "-12250")));
    }

    @ParameterizedTest
    @CsvSource({
        "12.3 e,12.3,e",
        "'12,3b',12.3,b",
        "79¹,79,¹",
        "45*,45,*",
        "12 (p),12,(p)",
        "12 [c],12,[c]",
        "124398.7 bep,124398.7,bep"
    })
    void keepsTheMarkAfterANumber(String text, double value, String mark) {
        assertThat(Numbers.read(text, "")).isEqualTo(new Plain(value, false, mark));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":",
                "..",
                "*",
                "-",
                "[c]",
                "abc",
                "e5",
                "1 2",
                "12 34",
                "1.2.3",
                "1,23,456",
                "12 years",
                "10-19",
                "18+25",
                "2010/11",
                "1:30",
                "%",
                "<",
                "NaN",
                "Infinity",
                "0x10",
                "1e9999",
                "٣",
                "01.02.2010"
            })
    void takesNothingElseForANumber(String text) {
        assertThat(Numbers.read(text, "")).isEqualTo(new NotANumber());
    }

    @ParameterizedTest
    @CsvSource({"45.3,nb", "'45,3',en", "'1.23,4',nb", "'1,234',csv", "'12.34.567',nb", "1 234 56,nb"})
    void readsStrictlyByAKnownLocale(String text, String locale) {
        assertThat(Numbers.read(text, locale)).isEqualTo(new NotANumber());
    }

    @Test
    void givesTheSameValueAsJavasOwnParser() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < 20_000; i++) {
            int decimals = random.nextInt(1, 9);
            String text = String.format(Locale.ROOT, "%." + decimals + "f", random.nextDouble(0, 5000));
            assertThat(Numbers.read(text, "csv")).isEqualTo(new Plain(Double.parseDouble(text), false, ""));
            assertThat(Numbers.read(text.replace('.', ','), "nb"))
                    .isEqualTo(new Plain(Double.parseDouble(text), false, ""));
        }
    }
}
