package no.barometer.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.barometer.problem.Kind;

/** Reads the definition of one survey. */
final class SurveyReader {
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_POINTS = 100;

    private final DefinitionFile file;
    private final Path path;
    private final String id;

    /** The id is that of the file's name. */
    SurveyReader(DefinitionFile file, Path path, String id) {
        this.file = file;
        this.path = path;
        this.id = id;
    }

    /** A survey; whether it can be used is told by the faults. */
    Survey read(Value root) {
        Fields fields = root.fields(Section.SURVEY);
        checkId(fields);
        List<String> languages = languages(fields);
        Texts texts = new Texts(languages.get(0));
        WaveNames waves = WaveNames.read(fields);
        Codebook codebook = new CodebookReader(texts).read(fields);
        DesignReader designs = new DesignReader(file, waves, codebook);
        Design design = designs.read(fields, Design.NONE);
        List<Block> blocks = blocks(fields, new BlockReader(texts, waves, codebook, designs, design), codebook);
        Rules rules = RulesReader.ofSurvey(fields, texts.about(fields).unit());
        boolean sized = !design.size().isEmpty()
                || blocks.stream().anyMatch(block -> !block.design().size().isEmpty());
        Map<String, Table> tables = new TableReader(texts, codebook, rules, sized).read(fields.get("tables"));
        return new Survey(
                id,
                texts.read(fields, "title"),
                texts.read(fields, "description"),
                texts.about(fields),
                fields.flag("synthetic", false),
                languages,
                waves.periods(),
                fields.get("locale").map(BlockReader::locale).orElse(""),
                fields.get("decimals")
                        .map(value -> value.integer(0, MOST_DECIMALS).orElse(0))
                        .orElse(0),
                fields.get("largest move")
                        .map(value -> value.integer(1, MOST_POINTS).orElse(0))
                        .orElse(0),
                rules,
                design,
                blocks,
                Collections.unmodifiableMap(codebook.questions()),
                Collections.unmodifiableMap(codebook.breakdowns()),
                fields.get("breaks")
                        .map(new BreakReader(texts, waves, codebook)::read)
                        .orElse(List.of()),
                Collections.unmodifiableMap(tables),
                path,
                file.hash());
    }

    private void checkId(Fields fields) {
        fields.required("survey").ifPresent(value -> {
            if (!id.equals(value.isText() ? value.text() : "")) {
                value.wrong("\"" + id + "\", the name of the file");
            } else {
                Names.id(value);
            }
        });
    }

    private static List<String> languages(Fields fields) {
        Optional<Value> title = fields.required("title");
        Optional<Value> said = fields.get("language");
        String language = said.map(SurveyReader::language).orElse("nb");
        if (title.isEmpty() || !title.get().isMap()) {
            return List.of(language);
        }
        List<String> languages =
                title.get().fields(Section.TEXT).entries().keySet().stream().toList();
        if (said.isPresent()
                && !languages.isEmpty()
                && language.equals(said.get().key())
                && !languages.get(0).equals(language)) {
            said.get().wrong("the first language of the title, " + languages.get(0));
        }
        return languages.isEmpty() ? List.of(language) : languages;
    }

    private static String language(Value value) {
        if (!value.isText() || !Text.LANGUAGES.contains(value.text())) {
            value.wrong("nb, nn or en");
            return "nb";
        }
        return value.text();
    }

    private static List<Block> blocks(Fields fields, BlockReader reader, Codebook codebook) {
        List<Value> values = fields.required("deliveries").map(Value::list).orElse(List.of());
        List<Block> blocks = new ArrayList<>();
        for (Value value : values) {
            Optional<Block> block = reader.read(value);
            block.ifPresent(blocks::add);
            if (codebook.questions().isEmpty()
                    && block.filter(one -> one.layout() == Block.Layout.MICRODATA)
                            .isPresent()) {
                value.fault(Kind.MISSING_KEY, "the definition, which has a block of microdata", "\"questions\"");
            }
        }
        if (blocks.size() == values.size()) {
            new ColumnCheck(codebook, blocks).check();
        }
        if (values.isEmpty()) {
            fields.get("deliveries").filter(Value::isList).ifPresent(none -> none.wrong("a list of blocks"));
        }
        return List.copyOf(blocks);
    }
}
