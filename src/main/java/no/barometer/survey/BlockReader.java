package no.barometer.survey;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.barometer.problem.Kind;

/** Reads the delivery blocks of a survey, one after the other, and sees to it that their ids differ. */
final class BlockReader {
    private static final Map<String, Block.Layout> LAYOUTS = Map.of(
            "microdata",
            Block.Layout.MICRODATA,
            "crosstab",
            Block.Layout.CROSSTAB,
            "series",
            Block.Layout.SERIES,
            "long",
            Block.Layout.LONG);
    private static final List<String> PLACEHOLDERS = List.of("{wave}", "{version}", "{part}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}?");
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");
    private static final int LONGEST_GLOB = 200;
    private static final List<String> ACCEPT =
            List.of("hidden rows", "hidden columns", "hidden sheets", "formulas without value");

    private final Texts texts;
    private final WaveNames waves;
    private final Codebook codebook;
    private final DesignReader designs;
    private final Design design;
    private final Set<String> ids = new HashSet<>();

    BlockReader(Texts texts, WaveNames waves, Codebook codebook, DesignReader designs, Design design) {
        this.texts = texts;
        this.waves = waves;
        this.codebook = codebook;
        this.designs = designs;
        this.design = design;
    }

    /** A block, unless what makes it one is missing. */
    Optional<Block> read(Value value) {
        Fields fields = value.fields(Section.BLOCK);
        Optional<FilePattern> files = fields.required("files").flatMap(BlockReader::files);
        Optional<Block.Layout> layout = fields.required("layout").flatMap(one -> one.oneOf(LAYOUTS));
        if (files.isEmpty() || layout.isEmpty()) {
            return Optional.empty();
        }
        TableLayout table = new TableLayoutReader(codebook).read(fields, layout.get());
        About about = texts.about(fields);
        if (table.figures() == TableLayout.Figures.NUMBER) {
            about = new About(
                    about.publisher(),
                    about.population(),
                    Text.NONE,
                    about.mode(),
                    about.licence(),
                    about.source(),
                    about.note());
        }
        RefersReader refers = new RefersReader(codebook);
        return Optional.of(new Block(
                id(fields, files.get()),
                files.get(),
                layout.get(),
                wave(fields, files.get(), layout.get()),
                waves(fields),
                parts(fields, files.get()),
                fields.flag("cumulative", false),
                fields.get("sheets").map(SheetsReader::read).orElse(Block.Sheets.FIRST),
                fields.get("header").map(Places::rows).orElse(Block.Rows.UNSAID),
                fields.get("locale").map(BlockReader::locale).orElse(""),
                fields.get("encoding").map(BlockReader::encoding).orElse(""),
                fields.get("delimiter").map(BlockReader::character).orElse(""),
                fields.get("quote").map(BlockReader::character).orElse(""),
                fields.get("escape").map(BlockReader::character).orElse(""),
                fields.texts("missing"),
                fields.texts("not asked"),
                accept(fields),
                fields.get("spellings").map(refers::spellings).orElse(Map.of()),
                fields.texts("questions"),
                fields.get("columns").map(refers::columns).orElse(Map.of()),
                designs.read(fields, design),
                table,
                about,
                value.line()));
    }

    private String id(Fields fields, FilePattern files) {
        Optional<Value> said = fields.get("id");
        String made = Slug.of(files.glob());
        String id = said.map(Names::id).orElse(made.isEmpty() ? "files" : made);
        String free = id;
        for (int next = 2; said.isEmpty() && ids.contains(free); next++) {
            free = id + "-" + next;
        }
        if (!ids.add(free)) {
            said.ifPresent(value ->
                    value.fault(Kind.DUPLICATE_ID, "two blocks called \"" + value.text() + "\"", "ids that differ"));
        }
        return free;
    }

    private static Optional<FilePattern> files(Value value) {
        String glob = value.text();
        if (glob.isEmpty()) {
            return Optional.empty();
        }
        if (glob.startsWith("/") || glob.contains("\\") || glob.matches("[A-Za-z]:.*")) {
            value.wrong("a path below input/, with forward slashes");
        } else if (List.of(glob.split("/", -1)).contains("..")) {
            value.wrong("a path that stays below input/");
        } else if (glob.length() > LONGEST_GLOB) {
            value.wrong("a pattern of at most " + LONGEST_GLOB + " characters");
        }
        Matcher placeholder = PLACEHOLDER.matcher(glob);
        while (placeholder.find()) {
            if (!PLACEHOLDERS.contains(placeholder.group())) {
                value.fault(Kind.WRONG_VALUE, placeholder.group(), Labels.expected(placeholder.group(), PLACEHOLDERS));
            }
        }
        return Optional.of(FilePattern.of(glob));
    }

    private Place wave(Fields fields, FilePattern files, Block.Layout layout) {
        Optional<Value> said = fields.get("wave");
        if (said.isEmpty()) {
            if (layout == Block.Layout.SERIES) {
                return Places.UNSAID;
            }
            if (!files.captures().contains("wave")) {
                fields.missing("wave", "the block (or {wave} in its files)");
            }
            return new Place.FileName();
        }
        Value value = said.get();
        Place place = Places.read(value);
        if (place instanceof Place.Literal literal) {
            Optional<Wave> wave = waves.find(literal.text());
            if (wave.isEmpty()) {
                value.wrong(waves.expected(literal.text()) + ", or a place: " + Places.FORMS);
            }
            return waves.periods().containsValue(wave.orElse(null))
                    ? literal
                    : new Place.Literal(wave.map(Wave::id).orElse(""));
        }
        return place;
    }

    private List<String> waves(Fields fields) {
        Optional<Value> value = fields.get("waves");
        if (value.isPresent() && value.get().isText() && Places.read(value.get()) instanceof Place.Row) {
            value.get().wrong("a list of waves; where they stand is said with wave");
            return List.of();
        }
        return value.map(Value::oneOrMany).orElse(List.of()).stream()
                .flatMap(one -> waves.read(one).stream())
                .map(Wave::id)
                .toList();
    }

    private static List<String> parts(Fields fields, FilePattern files) {
        if (!files.captures().contains("part")) {
            fields.misplaced("parts", "{part} in files, which tells the parts of a wave apart");
        }
        return fields.texts("parts");
    }

    private static Block.Accept accept(Fields fields) {
        Map<String, String> words = new HashMap<>();
        ACCEPT.forEach(word -> words.put(word, word));
        List<String> said = fields.get("accept").map(Value::oneOrMany).orElse(List.of()).stream()
                .flatMap(one -> one.oneOf(words).stream())
                .toList();
        return new Block.Accept(
                said.contains(ACCEPT.get(0)),
                said.contains(ACCEPT.get(1)),
                said.contains(ACCEPT.get(2)),
                said.contains(ACCEPT.get(3)));
    }

    static String locale(Value value) {
        String tag = value.text();
        if (!LOCALE.matcher(tag).matches()) {
            value.wrong("a language such as nb or en");
        }
        return tag;
    }

    private static String encoding(Value value) {
        String name = value.text();
        try {
            if (!name.isEmpty() && Charset.isSupported(name)) {
                return name;
            }
        } catch (IllegalCharsetNameException bad) {
            // told below
        }
        value.wrong("an encoding such as UTF-8 or windows-1252");
        return "";
    }

    /** One character; not stripped, for it may be a tab or a space. */
    private static String character(Value value) {
        String text = value.key().toLowerCase(Locale.ROOT).equals("tab") ? "\t" : value.key();
        if (!value.isText() || text.length() != 1) {
            value.wrong("one character, or tab");
        }
        return text;
    }
}
