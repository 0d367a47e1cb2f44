package no.barometer.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question of the codebook.
 *
 * @param as other texts by which files call it
 * @param column header of its column in microdata; of a multiple-response question with a column for each option a
 *     pattern ending in {@code *}, or empty where answers have columns of their own
 * @param items several things asked on one scale; empty for a plain question
 * @param answers in the order of the scale; empty for a numeric question or one taken as delivered
 * @param missing answers that are no valid answer (don't know, no answer): counted among the asked only
 * @param notChosen texts that mean that an option of a multiple-response question was not chosen; a blank always does
 * @param chosen texts that mean that a dummy was chosen
 * @param center the constant c of a numeric question, taken from every value before summing
 * @param unit unit of a numeric question: {@code percent}, {@code points}, {@code number} or its own
 * @param askedWhen question ids with the answer ids that lead to this one; empty: everybody is asked
 */
public record Question(
        String id,
        Text text,
        List<String> as,
        String column,
        Type type,
        List<Item> items,
        List<Answer> answers,
        List<Answer> missing,
        List<String> chosen,
        List<String> notChosen,
        String delimiter,
        double center,
        String unit,
        Map<String, List<String>> askedWhen,
        About about) {

    /** How a question is answered. */
    public enum Type {
        /** One answer out of several. */
        SINGLE,
        /** A number. */
        NUMBER,
        /** Any of several: one yes/no column an option. */
        DUMMIES,
        /** Any of several: one column an option, holding the option's text. */
        OPTION_TEXT,
        /** Any of several: all chosen options in one cell, delimited. */
        DELIMITED;

        public boolean isMultiple() {
            return this == DUMMIES || this == OPTION_TEXT || this == DELIMITED;
        }
    }

    public Optional<Answer> answer(String answerId) {
        return answers.stream().filter(answer -> answer.id().equals(answerId)).findFirst();
    }

    public Optional<Item> item(String itemId) {
        return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    /** Whether answers are taken as delivered. */
    public boolean asDelivered() {
        return answers.isEmpty() && type != Type.NUMBER;
    }
}
