package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllCoresTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 100})
    void partsStandInTheirOrder(int count) throws IOException {
        assertThat(AllCores.make(count, i -> "part " + i))
                .isEqualTo(IntStream.range(0, count).mapToObj(i -> "part " + i).toList());
    }

    @Test
    void onePartIsMadeByWhoAsks() throws IOException {
        assertThat(AllCores.make(1, i -> Thread.currentThread())).containsExactly(Thread.currentThread());
    }

    @Test
    void aLongPartHoldsUpNoOther() throws IOException {
        int count = 40;
        CountDownLatch others = new CountDownLatch(count - 1);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<Boolean> made = AllCores.make(count, i -> {
            threads.add(Thread.currentThread());
            if (i > 0) {
                others.countDown();
                return true;
            }
            return awaited(others);
        });

        // on a machine of one core the first part waits in vain
        assertThat(made.get(0)).isEqualTo(Runtime.getRuntime().availableProcessors() > 1);
        assertThat(threads).hasSizeLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(Runtime.getRuntime().availableProcessors() > 1 ? 60 : 0, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void partsOfPartsAreSharedToo() throws IOException {
        List<List<Integer>> made = AllCores.make(7, i -> AllCores.make(i, j -> 10 * i + j));

        List<List<Integer>> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            int ten = 10 * i;
            expected.add(IntStream.range(0, i).mapToObj(j -> ten + j).toList());
        }
        assertThat(made).isEqualTo(expected);
    }

    @Test
    void aFailureEndsItWhenNothingIsUnderWayAnyMore() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();

        assertThatThrownBy(() -> AllCores.make(1000, i -> {
                    begun.incrementAndGet();
                    underWay.incrementAndGet();
                    try {
                        if (i == 3) {
                            throw new IOException("part 3");
                        }
                        Thread.sleep(2);
                        return i;
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        underWay.decrementAndGet();
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("part 3");
        assertThat(underWay).hasValue(0);
        assertThat(begun).hasValueLessThan(1000);
    }

    @Test
    void mistakesComeThroughAsTheyAre() {
        assertThatThrownBy(() -> AllCores.make(5, i -> {
                    throw new IllegalArgumentException("no part");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no part");
    }
}
