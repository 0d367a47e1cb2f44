package no.barometer.layout;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What texts mean, looked up row after row. Readers hand out the same string for the same text, again and again: whoever is
 * met so is found without comparing, the others in a map.
 *
 * @param <V> what a text means
 */
final class Known<V> {
    private static final int SLOTS = 1 << 10;

    private final Map<String, V> all = new HashMap<>();
    private final @Nullable String[] texts = new String[SLOTS];
    private final @Nullable Object[] meanings = new Object[SLOTS];

    /** Null if the text is not known yet. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"})
    @Nullable
    V get(String text) {
        int slot = text.hashCode() ^ text.hashCode() >>> 15;
        slot = (slot ^ slot >>> 7) & (SLOTS - 1);
        if (texts[slot] == text) {
            return (V) meanings[slot];
        }
        V meaning = all.get(text);
        if (meaning != null) {
            texts[slot] = text;
            meanings[slot] = meaning;
        }
        return meaning;
    }

    void put(String text, V meaning) {
        all.put(text, meaning);
    }

    int size() {
        return all.size();
    }

    Map<String, V> all() {
        return all;
    }
}
