package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTest {
    private static final int GROUPS = 7;
    private static final int CELLS = 40;

    @Test
    void groupsHaveSumsTogetherAsLongAsTheyHoldTheSameRespondents() {
        Cluster household = new Cluster();
        add(household, new int[] {0, 2, 5}, new int[] {1, 3}, 10);
        add(household, new int[] {0, 2, 5}, new int[] {3}, 5);
        assertThat(household.get(0)).isSameAs(household.get(2)).isSameAs(household.get(5));
        add(household, new int[] {0, 3}, new int[] {3}, 100);
        assertThat(nanos(household, 0, 3)).isEqualTo(115);
        assertThat(nanos(household, 2, 3)).isEqualTo(15);
        assertThat(nanos(household, 3, 3)).isEqualTo(100);
        assertThat(household.get(2)).isSameAs(household.get(5)).isNotSameAs(household.get(0));
        assertThat(household.get(1)).isNull();
        assertThat(household.get(GROUPS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdsTheSameSumsWhateverIsTogetherAndHowItIsSplit(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            long[][] expected = new long[GROUPS][CELLS];
            Cluster whole = new Cluster();
            Cluster large = new Cluster();
            Cluster[] halves = {new Cluster(), new Cluster()};
            int respondents = random.nextInt(12);
            for (int i = 0; i < respondents; i++) {
                int[] groups = some(random, GROUPS, 1 + random.nextInt(3));
                int[] cells = some(random, CELLS, 1 + random.nextInt(9));
                // a few are so large that they overflow 64 bits of 10^-9 only when widened
                long nanos = random.nextInt(20) == 0 ? 1L << 50 : random.nextInt(1_000_000);
                add(whole, groups, cells, nanos);
                // it may turn out to be large, or small, while they come
                add(large, groups, cells, nanos, random.nextBoolean());
                add(halves[random.nextInt(2)], groups, cells, nanos);
                for (int group : groups) {
                    Arrays.stream(cells).forEach(cell -> expected[group][cell] += nanos);
                }
            }
            int[] same = identity(GROUPS);
            Cluster joined = new Cluster();
            for (Cluster half : halves) {
                joined.add(half, same, identity(CELLS), CELLS);
            }
            for (int group = 0; group < GROUPS; group++) {
                for (int cell = 0; cell < CELLS; cell++) {
                    assertThat(nanos(whole, group, cell)).isEqualTo(expected[group][cell]);
                    assertThat(nanos(large, group, cell)).isEqualTo(expected[group][cell]);
                    assertThat(nanos(joined, group, cell)).isEqualTo(expected[group][cell]);
                }
            }
        }
    }

    @Test
    void numbersOfGroupsAndCellsMayDifferInAnotherTally() {
        Cluster there = new Cluster();
        add(there, new int[] {0, 1}, new int[] {0, 2}, 7);
        there.own(1, CELLS, true).add(1, 9);
        Cluster here = new Cluster();
        here.add(there, new int[] {4, 0}, new int[] {30, 20, 10}, CELLS);
        assertThat(nanos(here, 4, 30)).isEqualTo(7);
        assertThat(nanos(here, 4, 20)).isZero();
        assertThat(nanos(here, 0, 20)).isEqualTo(9);
        assertThat(nanos(here, 0, 10)).isEqualTo(7);
    }

    private static void add(Cluster cluster, int[] groups, int[] cells, long nanos) {
        add(cluster, groups, cells, nanos, true);
    }

    private static void add(Cluster cluster, int[] groups, int[] cells, long nanos, boolean small) {
        ExactSums common = cluster.common(groups, 0, groups.length, CELLS, small);
        if (common != null) {
            common.add(cells, 0, cells.length, nanos);
            return;
        }
        for (int group : groups) {
            cluster.own(group, CELLS, small).add(cells, 0, cells.length, nanos);
        }
    }

    private static long nanos(Cluster cluster, int group, int cell) {
        ExactSums sums = cluster.get(group);
        return sums == null ? 0 : Math.round(sums.get(cell) * 1e9);
    }

    private static int[] some(Random random, int of, int count) {
        return random.ints(0, of).distinct().limit(count).toArray();
    }

    private static int[] identity(int size) {
        return java.util.stream.IntStream.range(0, size).toArray();
    }
}
