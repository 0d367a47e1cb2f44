package no.barometer.trend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;

/**
 * Withholds what would tell of too few respondents: wave by wave, all tables together that are about one question, those
 * that depend on its answers and those that read the same column otherwise, since what one withholds another one could give
 * away.
 */
final class Withholding {
    private Withholding() {}

    /** A figure by its table, row and place. */
    private record At(int table, int row, int place) {}

    static List<TrendTables.Product> applied(Survey survey, List<TrendTables.Product> products) {
        int threshold = survey.rules().disclosure();
        if (threshold == 0) {
            return products;
        }
        List<List<List<Draft>>> tables = new ArrayList<>();
        Map<List<String>, List<At>> scopes = new LinkedHashMap<>();
        Map<String, String> related = related(survey);
        for (int t = 0; t < products.size(); t++) {
            List<List<Draft>> rows = new ArrayList<>();
            for (List<Draft> row : products.get(t).rows()) {
                for (int i = 0; i < row.size(); i++) {
                    Draft draft = row.get(i);
                    if (draft.figure().origin() != null) {
                        scopes.computeIfAbsent(
                                        List.of(
                                                draft.wave().id(),
                                                related.getOrDefault(
                                                        draft.row().question(),
                                                        draft.row().question())),
                                        fresh -> new ArrayList<>())
                                .add(new At(t, rows.size(), i));
                    }
                }
                rows.add(new ArrayList<>(row));
            }
            tables.add(rows);
        }
        scopes.values().forEach(scope -> withhold(survey, tables, scope, threshold));
        List<TrendTables.Product> done = new ArrayList<>();
        for (int t = 0; t < products.size(); t++) {
            done.add(new TrendTables.Product(products.get(t).table(), tables.get(t)));
        }
        return done;
    }

    private static void withhold(Survey survey, List<List<List<Draft>>> tables, List<At> scope, int threshold) {
        Respondents counts = new Respondents(survey);
        List<Disclosure.Line> lines = new ArrayList<>();
        for (At at : scope) {
            Draft draft = draft(tables, at);
            lines.add(counts.line(draft));
            // its source tells how many were asked
            lines.add(counts.asked(draft));
        }
        List<Linear> known = counts.known();
        BitSet secret = Disclosure.withheld(counts.values(), known, lines, threshold);
        for (int i = 0; i < scope.size(); i++) {
            At at = scope.get(i);
            boolean figure = secret.get(2 * i);
            boolean number = secret.get(2 * i + 1);
            if (figure || number) {
                tables.get(at.table())
                        .get(at.row())
                        .set(at.place(), draft(tables, at).withheld(figure, number));
            }
        }
    }

    /** By question one for all that are related: asked of who answered the same, or read from the same column. */
    private static Map<String, String> related(Survey survey) {
        Map<String, String> related = new LinkedHashMap<>();
        Map<String, String> byColumn = new LinkedHashMap<>();
        survey.questions().keySet().forEach(id -> related.put(id, root(survey, id)));
        for (Question question : survey.questions().values()) {
            for (String column : Coding.columns(question)) {
                String mine = related.getOrDefault(question.id(), question.id());
                String other = byColumn.putIfAbsent(column, question.id());
                if (other != null) {
                    String theirs = related.getOrDefault(other, other);
                    related.replaceAll((id, root) -> root.equals(mine) ? theirs : root);
                }
            }
        }
        return related;
    }

    /** The question whose answers decide, at last, who is asked. */
    private static String root(Survey survey, String question) {
        String root = question;
        for (int depth = 0; depth < survey.questions().size(); depth++) {
            Question declared = survey.questions().get(root);
            if (declared == null || declared.askedWhen().isEmpty()) {
                break;
            }
            root = declared.askedWhen().keySet().iterator().next();
        }
        return root;
    }

    private static Draft draft(List<List<List<Draft>>> tables, At at) {
        return tables.get(at.table()).get(at.row()).get(at.place());
    }
}
