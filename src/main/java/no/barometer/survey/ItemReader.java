package no.barometer.survey;

import java.util.ArrayList;
import java.util.List;

/** Reads the items of a battery: a list of texts, whose ids are made of them, or a map from id to text. */
final class ItemReader {
    private final Texts texts;
    private final Names names = new Names();

    ItemReader(Texts texts) {
        this.texts = texts;
    }

    /** An item and where it is declared. */
    record Declared(Item item, Value at) {}

    List<Declared> read(Value value) {
        List<Declared> items = new ArrayList<>();
        if (value.isMap()) {
            for (Value.Entry entry : value.entries()) {
                String id = Names.id(entry.key());
                if (!id.isEmpty() && names.claim(entry.key(), id, entry.key().key())) {
                    items.add(new Declared(item(entry.value(), id), entry.key()));
                }
            }
        } else {
            for (Value one : value.list()) {
                String text = (one.isMap() ? texts.inLanguages(one.fields(Section.ITEM)) : texts.read(one))
                        .in(texts.language());
                if (text.isEmpty() && one.isMap()) {
                    one.wrong("a text by nb, nn or en");
                }
                String id = Names.slug(one, text);
                if (!id.isEmpty() && names.claim(one, id, text)) {
                    items.add(new Declared(item(one, id), one));
                }
            }
        }
        return items;
    }

    private Item item(Value value, String id) {
        Item item;
        if (value.isMap()) {
            Fields fields = value.fields(Section.ITEM);
            Text text = texts.inLanguages(fields);
            item = new Item(
                    id,
                    text.isEmpty() ? texts.of(id) : text,
                    fields.texts("as"),
                    fields.text("column"),
                    HeadlineReader.part(texts, fields),
                    texts.about(fields));
        } else {
            item = new Item(id, texts.read(value), List.of(), "", Text.NONE, About.NOTHING);
        }
        names.spell(value, id, item.text(), item.as());
        return item;
    }
}
