package no.barometer.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.Bounds;
import no.barometer.sheet.Grid;
import no.barometer.sheet.ReadOptions;
import no.barometer.sheet.Spreadsheets;
import no.barometer.survey.Block;
import no.barometer.survey.Design;
import no.barometer.survey.Survey;

/** Reads a delivery as its block says it is laid out. */
public final class Layouts {
    private Layouts() {}

    /**
     * Reads one file, with its weights as they are.
     *
     * @param delivery its path below {@code input/}
     * @param captured what the block's files pattern captures of that path
     */
    public static Reading read(
            Survey survey, Block block, Path file, String delivery, Map<String, String> captured, Bounds bounds) {
        return read(survey, block, file, delivery, captured, bounds, Map.of());
    }

    /**
     * Sums the weights of a file of respondents by the cells of the margins' cross-table, in a light pass of its own.
     * Parameters are those of {@link #read}.
     */
    public static Weighing weigh(
            Survey survey, Block block, Path file, String delivery, Map<String, String> captured, Bounds bounds) {
        Faults faults = new Faults(survey.id());
        WaveFinder waves = new WaveFinder(survey, block, captured, delivery);
        MarginPass pass = new MarginPass(survey, block, delivery, waves, new Codebook(survey, block), faults);
        Spreadsheets.read(file, delivery, options(block, bounds), pass, faults::add);
        noSheet(pass.sheets(), delivery, faults);
        return pass.weighing();
    }

    /**
     * Reads one file.
     *
     * @param factors that respondents' weights are multiplied by, by wave id; a wave that has none keeps its weights
     */
    public static Reading read(
            Survey survey,
            Block block,
            Path file,
            String delivery,
            Map<String, String> captured,
            Bounds bounds,
            Map<String, Factors> factors) {
        Faults faults = new Faults(survey.id());
        Codebook codebook = new Codebook(survey, block);
        WaveFinder waves = new WaveFinder(survey, block, captured, delivery);
        ReadOptions options = options(block, bounds);
        if (block.layout() == Block.Layout.MICRODATA) {
            Microdata microdata = new Microdata(survey, block, delivery, waves, codebook, faults, factors);
            Spreadsheets.read(file, delivery, options, microdata, faults::add);
            noSheet(microdata.sheets(), delivery, faults);
            return microdata.reading();
        }
        TableSink sink = new TableSink(survey, block, delivery, faults);
        TableReader reader = new TableReader(survey, block, waves, codebook, faults, sink);
        if (block.layout() == Block.Layout.LONG) {
            LongRows rows = new LongRows(reader, waves);
            Spreadsheets.read(file, delivery, options, rows, faults::add);
            noSheet(rows.sheets(), delivery, faults);
        } else {
            SheetChoice sheets = new SheetChoice(block.sheets());
            Series series = new Series(reader, survey.periods());
            Crosstab crosstab = new Crosstab(reader);
            Grid.read(
                    file,
                    delivery,
                    options,
                    sheets::wants,
                    grid -> {
                        if (block.layout() == Block.Layout.SERIES) {
                            series.read(grid);
                        } else {
                            crosstab.read(grid);
                        }
                    },
                    faults::add);
            noSheet(sheets, delivery, faults);
            crosstab.close(delivery);
        }
        reader.figures().close();
        var observations = sink.observations();
        if (observations.isEmpty() && !faults.anyError()) {
            faults.add(Kind.NOTHING_READ, Location.of(delivery), "", "no figures", "a table as the definition says");
        }
        return new Reading(
                sink.waves(), observations, new TreeMap<>(), codebook.labels(), faults.list(), observations.size(), 0);
    }

    /** How files of a block are read. */
    public static ReadOptions options(Block block, Bounds bounds) {
        return new ReadOptions(
                block.encoding(),
                block.delimiter(),
                block.quote(),
                block.escape(),
                block.accept().hiddenRows(),
                block.accept().hiddenColumns(),
                block.accept().hiddenSheets(),
                block.accept().formulasWithoutValue(),
                bounds);
    }

    /** The design that holds for a block: its own, else the survey's. */
    public static Design design(Survey survey, Block block) {
        return Designs.of(survey, block);
    }

    private static void noSheet(SheetChoice sheets, String delivery, Faults faults) {
        List<String> lacking = sheets.lacking();
        if (!lacking.isEmpty() && !faults.anyError()) {
            faults.add(
                    Kind.SHEET_NOT_FOUND,
                    Location.of(delivery),
                    "",
                    String.join(", ", sheets.seen()),
                    String.join(", ", lacking));
        }
    }
}
