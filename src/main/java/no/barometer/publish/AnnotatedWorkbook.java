package no.barometer.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A copy of a delivered workbook for the researcher who sent it: its first sheet lists the faults with links, and each
 * faulty cell is coloured and says what was found and expected. It holds values only, written anew: no formula, macro, link
 * or hidden row of the delivery comes with it.
 */
public final class AnnotatedWorkbook implements AutoCloseable {
    static {
        ScratchFiles.use();
    }

    private static final String LIST = "Faults";
    private static final List<String> HEADER =
            List.of("severity", "sheet", "cell", "fault", "found", "expected", "message");
    private static final int[] WIDTHS = {10, 20, 10, 24, 30, 40, 90};
    private static final int ROWS_IN_MEMORY = 50;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true);
    private final AnnotatedStyles styles = new AnnotatedStyles(workbook);
    private final List<Problem> problems;
    private final Map<String, AnnotatedSheet> sheets = new LinkedHashMap<>();
    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Sheet list;

    /** @param problems of the delivery */
    public AnnotatedWorkbook(List<Problem> problems) {
        this.problems = List.copyOf(problems);
        this.list = workbook.createSheet(LIST);
        names.add(LIST);
    }

    /** The next sheet of the delivery, whose rows follow from the top. */
    public AnnotatedSheet sheet(String name) {
        List<Problem> here = problems.stream()
                .filter(problem -> problem.at().sheet().equals(name))
                .toList();
        AnnotatedSheet sheet = new AnnotatedSheet(workbook.createSheet(free(name)), here, styles);
        sheets.put(name, sheet);
        return sheet;
    }

    /** A name that spreadsheet programs take, and no other sheet has. */
    private String free(String name) {
        String safe = WorkbookUtil.createSafeSheetName(name.isBlank() ? "Sheet" : name);
        String free = safe;
        for (int i = 2; !names.add(free); i++) {
            String suffix = " (" + i + ")";
            free = safe.substring(0, Math.min(safe.length(), 31 - suffix.length())) + suffix;
        }
        return free;
    }

    public void write(Path file) throws IOException {
        sheets.values().forEach(AnnotatedSheet::end);
        writeList();
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }

    private void writeList() {
        for (int i = 0; i < WIDTHS.length; i++) {
            list.setColumnWidth(i, WIDTHS[i] * 256);
        }
        list.createFreezePane(0, 1);
        Row header = list.createRow(0);
        for (int i = 0; i < HEADER.size(); i++) {
            header.createCell(i).setCellValue(HEADER.get(i));
            header.getCell(i).setCellStyle(styles.header());
        }
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(null);
        for (int i = 0; i < sorted.size(); i++) {
            writeProblem(list.createRow(i + 1), sorted.get(i));
        }
    }

    private void writeProblem(Row row, Problem problem) {
        Location at = problem.at();
        List<String> texts = List.of(
                problem.kind().severity().name().toLowerCase(Locale.ROOT),
                at.sheet(),
                at.cell(),
                problem.kind().title(),
                problem.found(),
                problem.expected(),
                problem.message());
        for (int i = 0; i < texts.size(); i++) {
            row.createCell(i).setCellValue(AnnotatedSheet.printable(texts.get(i)));
        }
        AnnotatedSheet sheet = sheets.get(at.sheet());
        if (sheet != null) {
            Cell cell = row.getCell(at.cell().isEmpty() ? 1 : 2);
            Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            String target = AnnotatedSheet.position(at.cell()) == null ? "A1" : at.cell();
            link.setAddress("'" + sheet.name().replace("'", "''") + "'!" + target);
            cell.setHyperlink(link);
            cell.setCellStyle(styles.link());
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
