package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Base *|Base 2012|true",
                "Base *|base: all|false",
                "Base*|BASE|true",
                "*base|Unweighted base|true",
                "*base|Unweighted bases|false",
                "Total*persons|Total of persons|true",
                "Total*persons|Totalpersons|true",
                "Total*persons|Total|false",
                "aba*aba|aba|false",
                "aba*aba|abaaba|true",
                "*n=*|All (n=1 204)|true",
                "*n=*|All|false",
                "a*b*c*d|a-c-b-d|false",
                "a*b*c*d|a-b-c-d|true",
                "a*b*b*a|aba|false",
                "*|anything|true",
                "Don’t know*|don’t know|true",
                "Vet ikke|  vet   IKKE¹ |true",
                "Vet ikke|vet ikke noe|false",
                "a.c|abc|false",
                "(a|(A|true",
            })
    void aStarStandsForAnythingAndAllElseForItself(String pattern, String text, boolean matches) {
        assertThat(new TextPattern(List.of("nothing like it", pattern)).matches(text))
                .isEqualTo(matches);
    }

    @Test
    void manyStarsAgainstALongTextAreSoonAnswered() {
        assertThat(new TextPattern(List.of("*a".repeat(200) + "*b")).matches("a".repeat(100_000)))
                .isFalse();
    }

    @Test
    void withoutTextsNothingMatches() {
        assertThat(new TextPattern(List.of()).matches("")).isFalse();
    }
}
