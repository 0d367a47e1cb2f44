package no.barometer.survey;

import java.util.List;
import no.barometer.problem.Kind;
import org.jspecify.annotations.Nullable;

/** Sees to it that what is read from respondents has a column. Without printed tables that is everything. */
record ColumnCheck(Codebook codebook, List<Block> blocks) {

    void check() {
        boolean microdata = blocks.stream().anyMatch(block -> block.layout() == Block.Layout.MICRODATA);
        if (!microdata) {
            return;
        }
        boolean only = blocks.stream().allMatch(block -> block.layout() == Block.Layout.MICRODATA);
        for (Question question : codebook.questions().values()) {
            if (!question.items().isEmpty()) {
                items(question, only);
            } else if (only && !hasColumn(question)) {
                missing(codebook.declared().questions().get(question.id()), question.id());
            }
        }
        for (Breakdown breakdown : codebook.breakdowns().values()) {
            if (only && breakdown.column().isEmpty() && !inABlock(breakdown.id())) {
                missing(codebook.declared().breakdowns().get(breakdown.id()), breakdown.id());
            }
        }
    }

    private void items(Question question, boolean only) {
        boolean any = question.items().stream().anyMatch(item -> hasColumn(question, item));
        for (Item item : question.items()) {
            if ((only || any) && !hasColumn(question, item)) {
                missing(codebook.declared().items().get(question.id() + "." + item.id()), item.id());
            }
        }
    }

    private boolean hasColumn(Question question) {
        return !question.column().isEmpty()
                || question.answers().stream()
                        .anyMatch(answer -> !answer.column().isEmpty())
                || inABlock(question.id())
                || blocks.stream()
                        .anyMatch(block -> block.columns().keySet().stream()
                                .anyMatch(name -> name.startsWith(question.id() + ".")));
    }

    private boolean hasColumn(Question question, Item item) {
        return !item.column().isEmpty() || inABlock(question.id() + "." + item.id());
    }

    private boolean inABlock(String name) {
        return blocks.stream().anyMatch(block -> block.columns().containsKey(name));
    }

    private static void missing(@Nullable Value at, String name) {
        if (at != null) {
            at.fault(Kind.MISSING_KEY, name + ", which is read from respondents", "\"column\"");
        }
    }
}
