package no.barometer.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.barometer.layout.Layouts;
import no.barometer.problem.Problem;
import no.barometer.publish.AnnotatedCsv;
import no.barometer.publish.AnnotatedSheet;
import no.barometer.publish.AnnotatedWorkbook;
import no.barometer.publish.Reports;
import no.barometer.sheet.Bounds;
import no.barometer.sheet.CellKind;
import no.barometer.sheet.ReadOptions;
import no.barometer.sheet.RowSink;
import no.barometer.sheet.SheetInfo;
import no.barometer.sheet.SourceRow;
import no.barometer.sheet.Spreadsheets;

/**
 * Writes copies of faulty deliveries that show each fault in its cell, below {@code output/reports/check}: a workbook as a
 * workbook, a text file as csv.
 */
final class Annotating {
    private final Path input;
    private final Path folder;
    private final Bounds bounds;

    Annotating(Settings settings) {
        this.input = settings.input();
        this.folder = Reports.checked(settings.output());
        this.bounds = ReadingBounds.of(settings.configuration().bounds());
    }

    /**
     * Writes a copy for each claimed delivery that has a fault; those of the check before are removed.
     *
     * @return the files, by delivery
     */
    Map<String, Path> write(List<Bundle> bundles, List<Problem> problems) throws IOException {
        Reports.clear(folder);
        Map<String, List<Problem>> byDelivery = problems.stream()
                .collect(Collectors.groupingBy(one -> one.at().delivery(), TreeMap::new, Collectors.toList()));
        Map<String, Path> written = new TreeMap<>();
        for (Bundle bundle : bundles) {
            for (Claim claim : bundle.claims()) {
                List<Problem> here = byDelivery.get(claim.path());
                if (here != null && Files.isRegularFile(input.resolve(claim.path()))) {
                    written.put(claim.path(), write(claim, here));
                }
            }
        }
        return written;
    }

    private Path write(Claim claim, List<Problem> problems) throws IOException {
        ReadOptions options = Layouts.options(claim.block(), bounds);
        Path file = input.resolve(claim.path());
        if (Spreadsheets.isText(file, claim.path(), options)) {
            Path copy = folder.resolve(claim.path() + ".annotated.csv");
            try (AnnotatedCsv csv = new AnnotatedCsv(copy, problems)) {
                Spreadsheets.read(file, claim.path(), options, new ToCsv(csv), again -> {});
            }
            return copy;
        }
        Path copy = folder.resolve(claim.path() + ".annotated.xlsx");
        try (AnnotatedWorkbook workbook = new AnnotatedWorkbook(problems)) {
            Spreadsheets.read(file, claim.path(), options, new ToWorkbook(workbook), again -> {});
            workbook.write(copy);
        }
        return copy;
    }

    private record ToCsv(AnnotatedCsv csv) implements RowSink {
        @Override
        public boolean sheet(SheetInfo sheet) {
            return true;
        }

        @Override
        public void row(SourceRow row) {
            csv.record(
                    row.number(),
                    IntStream.rangeClosed(1, row.fields()).mapToObj(row::text).toList());
        }
    }

    private static final class ToWorkbook implements RowSink {
        private final AnnotatedWorkbook workbook;
        private final List<AnnotatedSheet> sheets = new ArrayList<>();

        ToWorkbook(AnnotatedWorkbook workbook) {
            this.workbook = workbook;
        }

        @Override
        public boolean sheet(SheetInfo info) {
            sheets.add(workbook.sheet(info.name()));
            return true;
        }

        @Override
        public void endOfSheet(List<SheetInfo.Region> merged) {
            for (SheetInfo.Region region : merged) {
                sheets.get(sheets.size() - 1)
                        .merge(region.firstRow(), region.firstColumn(), region.lastRow(), region.lastColumn());
            }
        }

        @Override
        public void row(SourceRow row) {
            AnnotatedSheet sheet = sheets.get(sheets.size() - 1);
            sheet.row(row.number());
            for (int c = 1; c <= row.width(); c++) {
                if (row.kind(c) == CellKind.NUMBER) {
                    sheet.number(c, row.number(c), row.percent(c));
                } else if (row.kind(c) != CellKind.BLANK) {
                    sheet.text(c, row.text(c));
                }
            }
        }
    }
}
