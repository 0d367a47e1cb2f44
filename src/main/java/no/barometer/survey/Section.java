package no.barometer.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The maps of a definition with the keys each may hold: the one place where the language's keys are listed. */
enum Section {
    SURVEY(
            Keys.ABOUT,
            "survey",
            "title",
            "description",
            "language",
            "synthetic",
            "locale",
            "decimals",
            "largest move",
            "interval",
            "reliability",
            "disclosure",
            "periods",
            "design",
            "deliveries",
            "questions",
            "breakdowns",
            "breaks",
            "tables"),
    DESIGN(
            List.of(),
            "weight",
            "stratum",
            "psu",
            "id",
            "nested",
            "population",
            "panel",
            "census",
            "deff",
            "size",
            "rake"),
    BLOCK(
            Keys.BLOCK,
            "id",
            "files",
            "layout",
            "wave",
            "waves",
            "parts",
            "cumulative",
            "sheets",
            "header",
            "locale",
            "encoding",
            "delimiter",
            "quote",
            "escape",
            "missing",
            "not asked",
            "accept",
            "spellings",
            "questions",
            "columns",
            "design"),
    BASES(List.of(), "unweighted", "weighted"),
    IGNORE(List.of(), "texts", "questions", "groups"),
    STACKED(List.of(), "begin"),
    QUESTION(
            Keys.ABOUT,
            "text",
            "as",
            "column",
            "items",
            "answers",
            "missing",
            "scale",
            "multiple",
            "chosen",
            "not chosen",
            "number",
            "center",
            "asked when"),
    ITEM(Keys.WITH_LANGUAGES, "as", "column", "headline"),
    ANSWER(Text.LANGUAGES, "as", "column", "score", "headline"),
    MISSING_ANSWER(Text.LANGUAGES, "as", "column"),
    BREAKDOWN(List.of(), "text", "as", "column", "groups"),
    GROUP(Text.LANGUAGES, "as"),
    BREAK(Keys.ABOUT, "questions", "items", "same"),
    LISTED_BREAK(Keys.ABOUT, "wave", "questions", "items", "same"),
    TABLE(
            List.of(),
            "question",
            "title",
            "note",
            "headline",
            "measure",
            "by",
            "base",
            "decimals",
            "interval",
            "reliability",
            "weighted by",
            "from"),
    RELIABILITY(List.of(), "statistics-canada"),
    MEASURE(List.of(), "share", "top", "net"),
    TEXT(Text.LANGUAGES);

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot change
    private final List<String> keys;

    Section(List<String> shared, String... own) {
        List<String> all = new ArrayList<>(List.of(own));
        all.addAll(shared);
        this.keys = List.copyOf(all);
    }

    List<String> keys() {
        return keys;
    }

    /** What it is called in messages. */
    String title() {
        return code().replace("listed-", "").replace('-', ' ');
    }

    /** Its name among the {@code $defs} of the JSON Schema. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Keys that several sections share. */
    static final class Keys {
        /** Who made the figures and about whom. */
        static final List<String> ABOUT =
                List.of("publisher", "population", "unit", "mode", "licence", "source", "note");
        /** Keys of a block that only a table of figures has: crosstab, series and long. */
        static final List<String> TABLES = List.of(
                "question",
                "items",
                "answers",
                "breakdown",
                "figures",
                "bases",
                "each answer",
                "measures",
                "ignore",
                "marks",
                "withheld",
                "total",
                "strip",
                "repeated",
                "tables",
                "universe",
                "sum");
        /** Keys of a block that only a long table has. */
        static final List<String> LONG = List.of("breakdowns", "figure", "base", "weighted base", "status");

        static final List<String> BLOCK = joined(TABLES, LONG, ABOUT);
        static final List<String> WITH_LANGUAGES = joined(Text.LANGUAGES, ABOUT);

        private Keys() {}

        @SafeVarargs
        private static List<String> joined(List<String>... lists) {
            List<String> all = new ArrayList<>();
            for (List<String> list : lists) {
                all.addAll(list);
            }
            return List.copyOf(all);
        }
    }
}
