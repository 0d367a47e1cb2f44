package no.barometer.survey;

import java.util.List;

/**
 * From this wave on figures are not comparable with those before; or they are, though texts differ.
 *
 * @param wave id of the first wave after the break
 * @param questions ids of the questions it concerns; empty: all
 * @param items ids of the items it concerns; empty: all
 * @param same whether it is none: other texts that mean the same
 */
public record Break(String wave, List<String> questions, List<String> items, boolean same, About about) {
    public boolean concerns(String question, String item) {
        return (questions.isEmpty() || questions.contains(question)) && (items.isEmpty() || items.contains(item));
    }
}
