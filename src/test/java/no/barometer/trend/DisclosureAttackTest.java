package no.barometer.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published of random people is attacked by somebody who knows everything but the people. */
class DisclosureAttackTest {
    private static final List<String> ALL = List.of("asked", "top", "net", "mean");

    static Stream<MadeUpQuestion> questions() {
        return IntStream.range(0, 160).mapToObj(seed -> {
            Random random = new Random(seed);
            int people = List.of(20, 60, 150, 400).get(seed % 4);
            int[] breakdowns = List.of(new int[] {2}, new int[] {2, 5}, new int[] {3, 2, 4}, new int[0])
                    .get(seed / 4 % 4);
            if (seed % 5 == 3) {
                return MadeUpQuestion.ofOptions(people, 2 + random.nextInt(5), breakdowns, random);
            }
            if (seed % 5 == 4) {
                return MadeUpQuestion.ofNumber(people, breakdowns, random.nextBoolean(), random);
            }
            return MadeUpQuestion.of(
                    new MadeUpQuestion.Scale(
                            people,
                            1 + random.nextInt(2),
                            2 + random.nextInt(seed % 8 == 0 ? 10 : 5),
                            breakdowns,
                            random.nextBoolean(),
                            random.nextBoolean(),
                            ALL.subList(random.nextInt(4), 4)),
                    random);
        });
    }

    @ParameterizedTest
    @MethodSource("questions")
    void nobodyCanTellThatACountIsSmall(MadeUpQuestion question) {
        int threshold = 2 + question.lines().size() % 9;
        BitSet withheld = question.withheld(threshold);
        Set<Linear> secrets = Attacker.secrets(question, threshold);
        assertThat(Attacker.of(question, withheld).learnsNothingOf(secrets, threshold))
                .isTrue();
        assertThat(withheld.isEmpty()).isEqualTo(secrets.isEmpty());
    }

    @Test
    void theAttackersFindWhatIsWithheldByItselfAlone() {
        MadeUpQuestion question = questions().skip(6).findFirst().orElseThrow();
        Set<Linear> secrets = Attacker.secrets(question, 5);
        BitSet primary = new BitSet();
        for (int i = 0; i < question.lines().size(); i++) {
            Disclosure.Line line = question.lines().get(i);
            if (secrets.contains(line.base())
                    || secrets.contains(line.figure())
                    || secrets.contains(line.base().plus(-1, line.figure()))) {
                primary.set(i);
            }
        }
        Attacker attacker = Attacker.of(question, primary);
        assertThat(attacker.recomputes(secrets)).isNotEmpty();
        assertThat(secrets).anyMatch(one -> attacker.largest(one, 5) < 4.999);
    }
}
