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

/** Shares of a single choice add to 100 within the rounding they were printed with. */
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
            if (isSingleChoice(key.question())
                    && key.measure().equals("share")
                    && !key.answer().isEmpty()) {
                TableSink.Key column = new TableSink.Key(
                        key.wave(), key.question(), key.item(), "", key.breakdown(), key.group(), key.measure());
                columns.computeIfAbsent(column, fresh -> new ArrayList<>()).add(one);
                delivered.computeIfAbsent(item(key), fresh -> new HashSet<>()).add(key.answer());
            }
        });
        columns.forEach((column, shares) -> {
            Set<String> answers = delivered.getOrDefault(item(column), Set.of());
            check(shares, shares.size() >= all(column.question(), answers));
        });
    }

    private static TableSink.Key item(TableSink.Key key) {
        return new TableSink.Key(key.wave(), key.question(), key.item(), "", "", "", key.measure());
    }

    private boolean isSingleChoice(String id) {
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

    /** @param whole whether they are the shares of all answers; those of some are 100 at most */
    private void check(List<Held> shares, boolean whole) {
        double sum = 0;
        double rounding = 0;
        for (Held share : shares) {
            Double value = share.observation().value();
            if (value == null) {
                return;
            }
            sum += value;
            rounding += 0.5 * Math.pow(10, -share.decimals());
        }
        double slack = rounding + BINARY;
        if (sum > 100 + slack || (whole && sum < 100 - slack)) {
            boolean fractions = whole && Math.abs(sum - 1) <= NEAR_ONE;
            faults.add(
                    Kind.SHARES_DO_NOT_ADD_UP,
                    shares.get(0).observation().source().location(),
                    "",
                    TableSink.plain(sum),
                    "100 within " + TableSink.plain(rounding) + ", the rounding of " + shares.size() + " answers"
                            + (fractions ? " (fractions add up to 1: say \"figures: fraction\")" : ""));
        }
    }
}
