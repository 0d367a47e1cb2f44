package no.barometer.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/no/barometer/survey/examples");

    @Test
    void readsAllDefinitionsOfAFolderSortedById() {
        assertThat(Definitions.read(EXAMPLES))
                .extracting(Survey::id)
                .containsExactly(
                        "everything", "masculinity", "stacked", "state-agencies", "trust", "web-quality", "workbook");
    }

    @Test
    void readsASeriesWithoutCodebook() {
        Survey survey = Definitions.read(EXAMPLES, "state-agencies");
        assertThat(survey.languages()).containsExactly("nb", "en");
        assertThat(survey.title())
                .isEqualTo(
                        new Text(Map.of("nb", "Sosiale medier i staten", "en", "Social media in central government")));
        assertThat(survey.about().unit()).isEqualTo(Text.of("nb", "agencies"));
        assertThat(survey.asDelivered()).isTrue();
        assertThat(survey.tables()).isEmpty();
        Block block = survey.deliveries().get(0);
        assertThat(block.id()).isEqualTo("ikt-i-staten-xlsx");
        assertThat(block.line()).isEqualTo(6);
        assertThat(block.wave()).isEqualTo(new Place.Row(4, 4));
        assertThat(block.sheets().first()).isTrue();
        assertThat(block.header().said()).isFalse();
        assertThat(block.table().item()).isEqualTo(new Place.Column("A", false));
        assertThat(block.table().question()).isEqualTo(new Place.Unsaid());
        assertThat(block.table().total()).containsExactly("Total", "Totalt", "I alt", "Alle", "All");
        assertThat(block.table().sumsTo100()).isTrue();
        assertThat(block.table().emptyIsWithheld()).isFalse();
    }

    @Test
    void readsRespondentsAndPrintedTablesOfOneSurvey() {
        Survey survey = Definitions.read(EXAMPLES, "masculinity");
        Block respondents = survey.block("raw-responses-csv").orElseThrow();
        assertThat(respondents.wave()).isEqualTo(new Place.Literal("2018-05"));
        assertThat(respondents.missing()).containsExactly("NA");
        assertThat(respondents.design())
                .isEqualTo(new Design("weight", "", "", "", true, Map.of(), false, false, 1, "", List.of()));
        Block printed = survey.block("masculinity-survey-csv").orElseThrow();
        assertThat(printed.header()).isEqualTo(new Block.Rows(1, 2));
        assertThat(printed.table().question()).isEqualTo(new Place.Column("A", false));
        assertThat(printed.table().answer()).isEqualTo(new Place.Column("B", false));
        assertThat(printed.table().emptyIsWithheld()).isTrue();

        Question feels = survey.questions().get("feels-masculine");
        assertThat(feels.type()).isEqualTo(Question.Type.SINGLE);
        assertThat(feels.answers())
                .extracting(Answer::id)
                .containsExactly(
                        "very-masculine",
                        "somewhat-masculine",
                        "not-very-masculine",
                        "not-at-all-masculine",
                        "no-answer");
        assertThat(feels.answers().get(2).score()).hasValue(3);
        Question from = survey.questions().get("where-from");
        assertThat(from.type()).isEqualTo(Question.Type.OPTION_TEXT);
        assertThat(from.column()).isEqualTo("q0004_*");
        assertThat(from.notChosen()).containsExactly("Not selected");
        assertThat(from.asDelivered()).isTrue();
        assertThat(survey.tables().get("feels-masculine"))
                .isEqualTo(new Table(
                        "feels-masculine",
                        Text.of("en", "In general, how masculine or \"manly\" do you feel?"),
                        Text.NONE,
                        Text.NONE,
                        "feels-masculine",
                        List.of(new Measure.Share(List.of())),
                        List.of("age"),
                        false,
                        List.of(BaseKind.VALID),
                        -1,
                        Rules.DEFAULT,
                        "",
                        false));
        assertThat(survey.tables().get("where-from").by()).isEmpty();
    }

    @Test
    void readsAWorkbookOfCrosstabs() {
        Block block = Definitions.read(EXAMPLES, "workbook").deliveries().get(0);
        TableLayout table = block.table();
        assertThat(block.sheets().pattern().matcher("17").matches()).isTrue();
        assertThat(table.question()).isEqualTo(new Place.Cell(1, 1));
        assertThat(table.unweighted()).isEqualTo("Base: * (unwtd)");
        assertThat(table.weighted()).isEqualTo("Base: * (wtd)");
        assertThat(table.eachAnswer()).containsExactly("count", "share", "letters");
        assertThat(table.ignore()).containsExactly("Sigma", "", "Statistics*");
        assertThat(table.marks()).containsExactly(entry("*", "below half a percent"));
        assertThat(table.repeatedSame()).isTrue();
    }

    @Test
    void readsStackedTables() {
        TableLayout table =
                Definitions.read(EXAMPLES, "stacked").deliveries().get(0).table();
        assertThat(table.begin().pattern()).isEqualTo("^[0-9]+$");
        assertThat(table.beginColumn()).isEqualTo(28);
        assertThat(table.universe()).isEqualTo(new Place.Row(3, 3));
    }

    @Test
    void readsASurveyThatChanges() {
        Survey survey = Definitions.read(EXAMPLES, "web-quality");
        assertThat(survey.deliveries())
                .extracting(Block::id)
                .containsExactly("oversikt-wave-csv", "oversikt-wave-csv-2");
        Block first = survey.deliveries().get(0);
        assertThat(first.waves()).containsExactly("2010", "2011", "2013");
        assertThat(first.wave()).isEqualTo(new Place.FileName());
        assertThat(first.escape()).isEqualTo("\\");
        assertThat(first.files().match("sub/oversikt2011.csv").orElseThrow()).containsEntry("wave", "2011");
        Break from2014 = survey.breaks().get(0);
        assertThat(from2014.wave()).isEqualTo("2014");
        assertThat(from2014.about().unit()).isEqualTo(Text.of("nb", "services"));
        assertThat(from2014.about().note().in("en")).isEqualTo("Services rather than sites from 2014");
        assertThat(survey.questions().get("score").type()).isEqualTo(Question.Type.NUMBER);
        assertThat(survey.questions().get("score").unit()).isEqualTo("percent");
        assertThat(survey.questions().get("stars").answers())
                .hasSize(6)
                .endsWith(new Answer("6", Text.of("nb", "6"), List.of(), "", OptionalDouble.of(6), Text.NONE));
        assertThat(survey.tables().get("score").measures()).containsExactly(new Measure.Mean());
        assertThat(survey.tables().get("six-stars").measures()).containsExactly(new Measure.Share(List.of("6")));
    }

    @Test
    void readsABatteryWithDesign() {
        Survey survey = Definitions.read(EXAMPLES, "trust");
        Question trust = survey.questions().get("trust");
        assertThat(trust.items())
                .extracting(Item::id, Item::column)
                .containsExactly(tuple("tv", "q4_1"), tuple("social", "q4_7"));
        assertThat(trust.answer("4").orElseThrow())
                .isEqualTo(new Answer(
                        "4", Text.of("nb", "Ganske stor tillit"), List.of("4"), "", OptionalDouble.of(4), Text.NONE));
        assertThat(trust.missing())
                .containsExactly(
                        new Answer("8", Text.of("nb", "Vet ikke"), List.of("8"), "", OptionalDouble.empty(), Text.NONE),
                        new Answer(
                                "9", Text.of("nb", "Ubesvart"), List.of("9"), "", OptionalDouble.empty(), Text.NONE));
        assertThat(trust.askedWhen()).containsExactly(entry("uses", List.of("yes")));
        assertThat(survey.design())
                .isEqualTo(new Design(
                        "vekt",
                        "fylke",
                        "grunnkrets",
                        "",
                        true,
                        Map.of("Viken", 1240.0, "Oslo", 610.0),
                        false,
                        false,
                        1,
                        "",
                        List.of()));
        assertThat(survey.deliveries().get(0).design()).isEqualTo(survey.design());
        assertThat(survey.breakdowns().get("gender").groups().get(1))
                .isEqualTo(new Breakdown.Group(
                        "2", new Text(Map.of("nb", "Kvinner", "en", "Women")), List.of("K", "Kv.", "2")));
        assertThat(survey.tables().get("high-trust").measures()).containsExactly(new Measure.Top(2));
        assertThat(survey.tables().get("high-trust").by()).containsExactly("gender", "age");
        assertThat(survey.tables().get("net-trust").measures())
                .containsExactly(new Measure.Net(List.of("4", "5"), List.of("1", "2")));
    }

    @Test
    void readsWhatIsSaidOfUncertaintyAndWithholding() {
        Survey everything = Definitions.read(EXAMPLES, "everything");
        assertThat(everything.rules())
                .isEqualTo(new Rules(Rules.Interval.BETA, Rules.Reliability.STATISTICS_CANADA, 25, 10));
        assertThat(everything.tables().get("uses").rules())
                .isEqualTo(new Rules(Rules.Interval.LOGIT, Rules.Reliability.NCHS, 0, 10));
        assertThat(everything.tables().get("minutes").rules()).isEqualTo(everything.rules());
        assertThat(everything.breaks()).extracting(Break::same).containsExactly(false, false, true);
    }

    @Test
    void withholdsSmallCountsOfAllButPublicBodies() {
        assertThat(Definitions.read(EXAMPLES, "masculinity").rules()).isEqualTo(Rules.DEFAULT);
        assertThat(Definitions.read(EXAMPLES, "state-agencies").rules().disclosure())
                .isZero();
    }

    @Test
    void readsEveryKeyOfABlock() {
        Survey survey = Definitions.read(EXAMPLES, "everything");
        assertThat(survey.languages()).containsExactly("nn");
        assertThat(survey.periods().get("Bølge 7"))
                .isEqualTo(new Wave("bolge-7", LocalDate.of(2019, 4, 1), LocalDate.of(2019, 6, 30)));
        Block block = survey.block("respondents").orElseThrow();
        assertThat(block.waves()).containsExactly("bolge-7", "2020-Q1");
        assertThat(block.parts()).containsExactly("north", "south");
        assertThat(block.sheets().numbers()).containsExactly(1);
        assertThat(block.sheets().names()).containsExactly("T1", "2");
        assertThat(block.delimiter()).isEqualTo("\t");
        assertThat(block.missing()).containsExactly("NA", "99");
        assertThat(block.notAsked()).containsExactly("-");
        assertThat(block.accept()).isEqualTo(new Block.Accept(true, true, true, true));
        assertThat(block.spellings())
                .containsOnly(
                        entry("uses", Map.of("aldri nokon gong", "never")),
                        entry("trust.tv", Map.of("stor", "3")),
                        entry("gender", Map.of("M", "m")));
        assertThat(block.columns()).hasSize(4).containsEntry("devices.phone", "mobil");
        assertThat(block.design())
                .isEqualTo(new Design(
                        "w2",
                        "s",
                        "p",
                        "respondent",
                        false,
                        Map.of("a", 100.0, "b", 20.5),
                        true,
                        false,
                        1.5,
                        "tilsette",
                        List.of(
                                new Margin("gender", Map.of("", Map.of("m", 49.5, "k", 50.5))),
                                new Margin("region", Map.of("", Map.of("nord", 10.0, "sor-vest", 90.0))))));
        assertThat(survey.tables().get("minutes").weighting()).isEqualTo(Table.BY_SIZE);
        assertThat(survey.tables().get("uses").weighting()).isEmpty();
        assertThat(block.about().or(survey.about()).publisher().in("nn")).isEqualTo("Byrå to");

        Block longTable = survey.block("lang-csv").orElseThrow();
        assertThat(longTable.wave()).isEqualTo(new Place.Column("År", true));
        assertThat(longTable.table().question()).isEqualTo(new Place.Literal("trust"));
        assertThat(longTable.table().item()).isEqualTo(new Place.Columns(List.of("unit", "geo")));
        assertThat(longTable.table().breakdowns()).containsExactly(entry("gender", new Place.Column("sex", false)));
        assertThat(longTable.table().figures()).isEqualTo(TableLayout.Figures.NUMBER);
        assertThat(longTable.table().unit()).isEqualTo("kroner");
        assertThat(longTable.about().unit()).isEqualTo(Text.NONE);
        assertThat(longTable.table().sumsTo100()).isFalse();

        Block crosstab = survey.block("kryss-xls").orElseThrow();
        assertThat(crosstab.wave()).isEqualTo(new Place.Literal("Bølge 7"));
        assertThat(crosstab.table().question()).isEqualTo(new Place.SheetName());
        assertThat(crosstab.table().measures())
                .containsExactly(entry("Mean*", "mean"), entry("Value", "value"), entry("/std.*/", "skip"));
        assertThat(crosstab.table().strip().matcher("1. Ofte").replaceFirst("")).isEqualTo("Ofte");
        assertThat(crosstab.about().unit()).isEqualTo(Text.of("nn", "households"));
    }

    @Test
    void readsEveryKeyOfTheCodebookAndItsTables() {
        Survey survey = Definitions.read(EXAMPLES, "everything");
        Question devices = survey.questions().get("devices");
        assertThat(devices.type()).isEqualTo(Question.Type.DUMMIES);
        assertThat(devices.chosen()).containsExactly("X");
        assertThat(devices.answers())
                .containsExactly(
                        new Answer(
                                "phone",
                                Text.of("nn", "Mobil"),
                                List.of("phone"),
                                "d1",
                                OptionalDouble.of(2.5),
                                Text.of("nn", "mobilen")),
                        new Answer(
                                "tablet",
                                Text.of("nn", "Brett"),
                                List.of("tablet"),
                                "",
                                OptionalDouble.of(2),
                                Text.NONE));
        assertThat(survey.questions().get("languages").delimiter()).isEqualTo(";");
        assertThat(survey.questions().get("minutes").center()).isEqualTo(120);
        assertThat(survey.questions().get("short").text()).isEqualTo(Text.of("nn", "Eit spørsmål til"));
        assertThat(survey.questions().get("trust").askedWhen())
                .containsExactly(entry("uses", List.of("ofte", "sjeldan")));
        assertThat(survey.breakdowns()).containsOnlyKeys("gender", "region");
        assertThat(survey.breaks())
                .extracting(Break::wave, Break::questions, Break::items)
                .containsExactly(
                        tuple("bolge-7", List.of("trust"), List.of("tv")),
                        tuple("bolge-7", List.of("uses"), List.of()),
                        tuple("2020-Q1", List.of("minutes"), List.of()));
        Table uses = survey.tables().get("uses");
        assertThat(uses.everyBreakdown()).isTrue();
        assertThat(uses.by()).containsExactly("gender", "region");
        assertThat(uses.bases()).containsExactly(BaseKind.VALID, BaseKind.ASKED);
        assertThat(uses.decimals()).isZero();
        assertThat(uses.published()).isTrue();
        assertThat(uses.measures())
                .extracting(Measure::code)
                .containsExactly("share", "share", "top-2", "net", "mean", "value");
        assertThat(survey.tables().get("minutes").by()).containsExactly("region", "gender");
    }

    @Test
    void makesATableOfEveryQuestionWhereNoneIsDeclared(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("s.yaml"), """
                survey: s
                title: S
                deliveries: [{files: x.csv, layout: microdata, wave: 2020}]
                questions: {a: {column: a, text: Spørsmål}, b: {column: b, number: points}}
                breakdowns: {gender: {column: g}, age: {column: h}}
                """);
        Survey survey = Definitions.read(folder, "s");
        assertThat(survey.tables()).containsOnlyKeys("a", "b");
        assertThat(survey.tables().get("a").title()).isEqualTo(Text.of("nb", "Spørsmål"));
        assertThat(survey.tables().get("a").by()).containsExactly("gender", "age");
        assertThat(survey.tables().get("a").everyBreakdown()).isTrue();
        assertThat(survey.tables().get("b").measures()).containsExactly(new Measure.Mean());
    }

    @Test
    void changesItsHashWithEveryByteOfTheDefinitionAndOfFilesItNames(@TempDir Path folder) throws IOException {
        for (String name : List.of("trust.yaml", "fylker.csv")) {
            Files.copy(EXAMPLES.resolve(name), folder.resolve(name));
        }
        String before = Definitions.read(folder, "trust").hash();
        assertThat(before)
                .matches("[0-9a-f]{64}")
                .isEqualTo(Definitions.read(EXAMPLES, "trust").hash());
        Files.writeString(folder.resolve("fylker.csv"), "Troms,7\n", StandardOpenOption.APPEND);
        String withStratum = Definitions.read(folder, "trust").hash();
        Files.writeString(folder.resolve("trust.yaml"), "# read\n", StandardOpenOption.APPEND);
        assertThat(List.of(
                        before, withStratum, Definitions.read(folder, "trust").hash()))
                .doesNotHaveDuplicates();
    }

    @Test
    void neverFailsButWithFaults(@TempDir Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        String whole = Files.readString(EXAMPLES.resolve("everything.yaml"));
        String[] splices = {"", "", "x", ":", "[", "{}", "]", "\n", "null", "\"", "- ", "row 0", "/(/", "99999999999"};
        Path file = folder.resolve("everything.yaml");
        int faulty = 0;
        for (int round = 0; round < 1500; round++) {
            int from = random.nextInt(whole.length());
            int to = Math.min(whole.length(), from + random.nextInt(12));
            Files.writeString(
                    file, whole.substring(0, from) + splices[random.nextInt(splices.length)] + whole.substring(to));
            try {
                assertThat(Definitions.readFile(file).id()).isEqualTo("everything");
            } catch (BadDefinition bad) {
                assertThat(bad.problems()).isNotEmpty();
                faulty++;
            }
        }
        assertThat(faulty).isBetween(500, 1400);
    }
}
