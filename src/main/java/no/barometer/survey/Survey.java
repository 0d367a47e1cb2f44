package no.barometer.survey;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A repeated study, as its definition {@code jobs/<id>.yaml} says it: the codebook, where things stand in the files, and
 * what is published.
 *
 * @param languages languages of its texts, the first one being that of labels and of texts that name no language
 * @param about what holds for the whole survey unless a delivery block or an item says otherwise
 * @param periods words for waves, with the wave (and so the period) each stands for
 * @param locale language tag of the numbers, e.g. {@code nb}; empty: known from the file
 * @param rules of its tables unless one says otherwise
 * @param largestMove points by which a figure may move before somebody must confirm the release; 0: any
 * @param questions by id, in the order of publication; may be empty: questions are taken as delivered
 * @param tables by id, in the order of publication; never empty after reading if questions are declared
 * @param file the definition's file
 * @param hash SHA-256 of the definition's bytes and of files it names, hex
 */
public record Survey(
        String id,
        Text title,
        Text description,
        About about,
        boolean synthetic,
        List<String> languages,
        Map<String, Wave> periods,
        String locale,
        int decimals,
        double largestMove,
        Rules rules,
        Design design,
        List<Block> deliveries,
        Map<String, Question> questions,
        Map<String, Breakdown> breakdowns,
        List<Break> breaks,
        Map<String, Table> tables,
        Path file,
        String hash) {

    public String language() {
        return languages.get(0);
    }

    public Optional<Block> block(String blockId) {
        return deliveries.stream().filter(block -> block.id().equals(blockId)).findFirst();
    }

    /** Whether items and answers are taken as delivered. */
    public boolean asDelivered() {
        return questions.isEmpty();
    }
}
