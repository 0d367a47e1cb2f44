package no.barometer.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.barometer.layout.TableSink.Held;
import no.barometer.problem.Kind;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;
import no.barometer.survey.TableLayout;
import org.jspecify.annotations.Nullable;

/**
 * Shares of a single choice add to 100 within the rounding they were printed with. A question as delivered is one where most
 * of its columns do; fractions add up to 1 in all of them.
 */
final class ShareSums {
    private static final double BINARY = 1e-6;
    /** How far the sum of rounded fractions may be from 1. */
    private static final double NEAR_ONE = 0.05;

    private final Survey survey;
    private final TableLayout table;
    private final Faults faults;

    ShareSums(Survey survey, TableLayout table, Faults faults) {
        this.survey = survey;
        this.table = table;
        this.faults = faults;
    }

    void check(Map<TableSink.Key, Held> figures) {
        if (!table.sumsTo100() || table.figures() == TableLayout.Figures.NUMBER) {
            return;
        }
        Map<TableSink.Key, List<Held>> columns = new LinkedHashMap<>();
        Map<TableSink.Key, Set<String>> delivered = new HashMap<>();
        figures.forEach((key, one) -> {
            if (maySum(key.question())
                    && key.measure().equals("share")
                    && !key.answer().isEmpty()) {
                TableSink.Key column = new TableSink.Key(
                        key.wave(), key.question(), key.item(), "", key.breakdown(), key.group(), key.measure());
                columns.computeIfAbsent(column, fresh -> new ArrayList<>()).add(one);
                delivered.computeIfAbsent(item(key), fresh -> new HashSet<>()).add(key.answer());
            }
        });
        Map<TableSink.Key, List<Column>> items = new LinkedHashMap<>();
        columns.forEach((column, shares) -> {
            int all = all(column.question(), delivered.getOrDefault(item(column), Set.of()));
            Column one = Column.of(shares, shares.size() >= all);
            if (one != null) {
                items.computeIfAbsent(item(column), fresh -> new ArrayList<>()).add(one);
            }
        });
        items.forEach((item, all) -> {
            // of answers as delivered, nothing but zeros is a group with nobody in it
            List<Column> told = isDeclared(item.question())
                    ? all
                    : all.stream().filter(column -> column.sum() > 0).toList();
            if (isDeclared(item.question()) || isSingleChoice(told)) {
                told.stream().filter(column -> !column.addsUp()).forEach(this::tell);
            }
        });
    }

    /**
     * Shares of one group.
     *
     * @param whole whether they are the shares of all answers; those of some are 100 at most
     */
    private record Column(Held first, int count, double sum, double rounding, boolean whole) {
        static @Nullable Column of(List<Held> shares, boolean whole) {
            double sum = 0;
            double rounding = 0;
            for (Held share : shares) {
                Double value = share.observation().value();
                if (value == null) {
                    return null;
                }
                sum += value;
                rounding += 0.5 * Math.pow(10, -share.decimals());
            }
            return new Column(shares.get(0), shares.size(), sum, rounding, whole);
        }

        boolean addsUp() {
            double slack = rounding + BINARY;
            return sum <= 100 + slack && (!whole || sum >= 100 - slack);
        }

        boolean areFractions() {
            return whole && Math.abs(sum - 1) <= NEAR_ONE;
        }
    }

    private static boolean isSingleChoice(List<Column> columns) {
        List<Column> whole = columns.stream().filter(Column::whole).toList();
        long adding = whole.stream().filter(Column::addsUp).count();
        return 2 * adding > whole.size() || whole.stream().allMatch(Column::areFractions);
    }

    private boolean isDeclared(String id) {
        Question question = survey.questions().get(id);
        return question != null && !question.asDelivered();
    }

    private static TableSink.Key item(TableSink.Key key) {
        return new TableSink.Key(key.wave(), key.question(), key.item(), "", "", "", key.measure());
    }

    private boolean maySum(String id) {
        Question question = survey.questions().get(id);
        return question == null || question.type() == Question.Type.SINGLE;
    }

    /** How many answers a question has; one that is delivered alone is one of several. */
    private int all(String id, Set<String> delivered) {
        Question question = survey.questions().get(id);
        return question == null || question.asDelivered()
                ? Math.max(2, delivered.size())
                : question.answers().size();
    }

    private void tell(Column column) {
        faults.add(
                Kind.SHARES_DO_NOT_ADD_UP,
                column.first().observation().source().location(),
                "",
                TableSink.plain(column.sum()),
                "100 within " + TableSink.plain(column.rounding()) + ", the rounding of " + column.count() + " answers"
                        + (column.areFractions() ? " (fractions add up to 1: say \"figures: fraction\")" : ""));
    }
}
