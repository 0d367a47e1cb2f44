package no.barometer.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.barometer.survey.Block;
import no.barometer.survey.Labels;
import org.jspecify.annotations.Nullable;

/** What texts of microdata mean, worked out once for each different text. */
final class Coder {
    /** No valid answer, though asked. */
    static final String NO_ANSWER = "\u0000no-answer";
    /** Not asked. */
    static final String NOT_ASKED = "\u0000not-asked";

    private final Set<String> missing;
    private final Set<String> notAsked;
    private final Map<String, String> known = new HashMap<>();
    private final java.util.function.Function<String, Codebook.Match> match;

    /** @param match from a text to an id, asked once for each text */
    Coder(Block block, java.util.function.Function<String, Codebook.Match> match) {
        this.missing = keys(block.missing());
        this.notAsked = keys(block.notAsked());
        this.match = match;
    }

    /** Whether a text (as a key) is one of the file's marks for no answer or not asked. */
    boolean isMarker(String key) {
        return missing.contains(key) || notAsked.contains(key);
    }

    /** The code of a text that is blank, a mark or a declared missing answer; null if it is something else. */
    @Nullable
    String declared(String text) {
        String code = known.get(text);
        if (code != null) {
            return code;
        }
        String key = Labels.key(text);
        if (key.isEmpty() || isMarker(key)) {
            return code(text);
        }
        String id = match.apply(text).id();
        if (id != null) {
            known.put(text, id);
        }
        return id;
    }

    static Set<String> keys(List<String> texts) {
        return texts.stream().map(Labels::key).collect(Collectors.toSet());
    }

    /** The id that a text means, {@link #NO_ANSWER}, {@link #NOT_ASKED}, or null if it means nothing known. */
    @Nullable
    String code(String text) {
        String code = known.get(text);
        if (code != null) {
            return code;
        }
        String key = Labels.key(text);
        if (notAsked.contains(key)) {
            code = NOT_ASKED;
        } else if (missing.contains(key) || key.isEmpty()) {
            code = NO_ANSWER;
        } else {
            code = match.apply(text).id();
            if (code == null) {
                return null;
            }
        }
        known.put(text, code);
        return code;
    }

    /** What was expected of a text that means nothing known. */
    List<String> expected(String text) {
        return match.apply(text).known();
    }
}
