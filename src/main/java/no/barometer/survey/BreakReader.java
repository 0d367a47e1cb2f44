package no.barometer.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads breaks: a map by wave, or a list where one wave has several. */
record BreakReader(Texts texts, WaveNames waves, Codebook codebook) {

    List<Break> read(Value value) {
        List<Break> breaks = new ArrayList<>();
        if (value.isList()) {
            for (Value one : value.list()) {
                Fields fields = one.fields(Section.LISTED_BREAK);
                Optional<Wave> wave = fields.required("wave").flatMap(waves::read);
                add(breaks, wave, fields);
            }
        } else {
            for (Value.Entry entry : value.entries()) {
                Value said = entry.value();
                if (said.isText() && said.text().equals("same")) {
                    waves.read(entry.key())
                            .ifPresent(wave ->
                                    breaks.add(new Break(wave.id(), List.of(), List.of(), true, About.NOTHING)));
                } else {
                    add(breaks, waves.read(entry.key()), said.fields(Section.BREAK));
                }
            }
        }
        return breaks;
    }

    private void add(List<Break> breaks, Optional<Wave> wave, Fields fields) {
        List<String> questions = fields.get("questions").map(Value::oneOrMany).orElse(List.of()).stream()
                .flatMap(one -> codebook.question(one).stream())
                .toList();
        List<String> items = fields.get("items").map(Value::oneOrMany).orElse(List.of()).stream()
                .flatMap(one -> codebook.item(one, questions).stream())
                .toList();
        About about = texts.about(fields);
        wave.ifPresent(from -> breaks.add(new Break(from.id(), questions, items, fields.flag("same", false), about)));
    }
}
