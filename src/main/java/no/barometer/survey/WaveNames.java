package no.barometer.survey;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.barometer.problem.Kind;

/**
 * The waves a definition may speak of: canonical ids such as {@code 2012-Q1}, and its own words.
 *
 * @param periods by the word as it is declared; the wave's id is the word's slug, its period that of the id it stands
 *     for
 */
record WaveNames(Map<String, Wave> periods) {
    private static final String FORMS = "a wave such as 2012, 2012-03, 2012-Q1, 2012-H1 or 2012-W07";

    static WaveNames read(Fields survey) {
        Map<String, Wave> periods = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (Value.Entry entry : survey.get("periods").map(Value::entries).orElse(List.of())) {
            String word = entry.key().key();
            String id = Waves.ofId(word).map(Wave::id).orElse(Slug.of(word));
            Optional<Wave> period = Waves.ofId(entry.value().text());
            if (period.isEmpty()) {
                entry.value().wrong(FORMS);
            } else if (id.isEmpty()) {
                entry.key().wrong("a word with a letter or a digit");
            } else if (words.putIfAbsent(id, word) != null) {
                entry.key()
                        .fault(
                                Kind.DUPLICATE_ID,
                                "\"" + words.get(id) + "\" and \"" + word + "\"",
                                "words that differ in a letter or digit");
            } else {
                Wave wave = period.get();
                periods.put(word, new Wave(id, wave.start(), wave.end()));
            }
        }
        return new WaveNames(Collections.unmodifiableMap(periods));
    }

    /** The wave of an id or a declared word; another text is a fault. */
    Optional<Wave> read(Value value) {
        String text = value.isText() ? value.text() : "";
        Optional<Wave> wave = find(text);
        if (wave.isEmpty()) {
            value.wrong(expected(text));
        }
        return wave;
    }

    Optional<Wave> find(String text) {
        return periods.entrySet().stream()
                .filter(period -> Labels.key(period.getKey()).equals(Labels.key(text)))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Waves.ofId(text));
    }

    /** What could stand in place of a text. */
    String expected(String text) {
        return periods.isEmpty()
                ? FORMS + ", or a word under periods"
                : FORMS + ", or " + Labels.expected(text, List.copyOf(periods.keySet()));
    }
}
