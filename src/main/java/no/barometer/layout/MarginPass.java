package no.barometer.layout;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.sheet.RowSink;
import no.barometer.sheet.SheetInfo;
import no.barometer.sheet.SourceRow;
import no.barometer.survey.Block;
import no.barometer.survey.Design;
import no.barometer.survey.Margin;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/** A light pass over one file of respondents that only sums their weights by the cells of the margins' cross-table. */
final class MarginPass implements RowSink {
    private final Survey survey;
    private final Block block;
    private final Design design;
    private final Codebook codebook;
    private final Background background;
    private final Faults general;
    private final Faults ofMargins;
    private @Nullable MarginCells cells;
    private final SortedMap<String, CrossTable> tables = new TreeMap<>();

    /** @param general takes what is told again when the file is folded */
    MarginPass(Survey survey, Block block, String delivery, WaveFinder waveFinder, Codebook codebook, Faults general) {
        this.survey = survey;
        this.block = block;
        this.design = Designs.of(survey, block);
        this.codebook = codebook;
        this.general = general;
        this.ofMargins = new Faults(survey.id());
        this.background = new Background(survey, block, delivery, waveFinder, general);
    }

    @Override
    public boolean sheet(SheetInfo info) {
        cells = null;
        return background.sheet(info);
    }

    @Override
    public void row(SourceRow row) {
        if (cells != null) {
            respondent(row, cells);
            return;
        }
        Columns columns = background.header(row);
        if (columns != null) {
            cells = new MarginCells(survey, block, columns, codebook, background, ofMargins);
            for (String breakdown : cells.absent()) {
                ofMargins.add(
                        Kind.COLUMN_MISSING,
                        background.at(row, 0),
                        breakdown,
                        "none",
                        "of " + breakdown + ", which weights are raked to");
            }
        }
    }

    private void respondent(SourceRow row, MarginCells at) {
        if (background.ignored(row) || !background.even(row)) {
            return;
        }
        Wave wave = background.wave(row);
        Weight weight = background.weight(row);
        if (wave == null || weight == null || weight.exact().isZero()) {
            return;
        }
        CrossTable table = tables.get(wave.id());
        if (table == null) {
            Location place = background.at(row, 0);
            List<Margin> unknown = design.rake().stream()
                    .filter(margin -> margin.in(wave.id()).isEmpty())
                    .toList();
            unknown.forEach(margin -> ofMargins.add(
                    Kind.MARGIN_INCOMPLETE,
                    place,
                    margin.breakdown(),
                    "wave " + wave.id(),
                    "the population by " + margin.breakdown() + " in it"));
            if (!unknown.isEmpty()) {
                return;
            }
            table = new CrossTable(design.rake(), wave.id());
            tables.put(wave.id(), table);
        }
        int cell = at.cell(row, table);
        if (cell >= 0) {
            table.add(cell, weight);
        }
    }

    SheetChoice sheets() {
        return background.sheets();
    }

    Weighing weighing() {
        background.numbers().close();
        return new Weighing(tables, ofMargins.list(), general.list());
    }
}
