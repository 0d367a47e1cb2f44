package no.barometer.publish;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;

/** The few cell styles of an annotated workbook. */
final class AnnotatedStyles {
    private static final String PERCENT = "0.##########%";

    private final CellStyle header;
    private final CellStyle link;
    private final CellStyle percent;
    private final CellStyle error;
    private final CellStyle errorPercent;
    private final CellStyle warning;
    private final CellStyle warningPercent;

    AnnotatedStyles(Workbook workbook) {
        Font bold = workbook.createFont();
        bold.setBold(true);
        header = workbook.createCellStyle();
        header.setFont(bold);
        Font blue = workbook.createFont();
        blue.setUnderline(Font.U_SINGLE);
        blue.setColor(IndexedColors.BLUE.getIndex());
        link = workbook.createCellStyle();
        link.setFont(blue);
        percent = percent(workbook, workbook.createCellStyle());
        error = filled(workbook, IndexedColors.ROSE);
        errorPercent = percent(workbook, filled(workbook, IndexedColors.ROSE));
        warning = filled(workbook, IndexedColors.LIGHT_YELLOW);
        warningPercent = percent(workbook, filled(workbook, IndexedColors.LIGHT_YELLOW));
    }

    CellStyle header() {
        return header;
    }

    CellStyle link() {
        return link;
    }

    CellStyle percent() {
        return percent;
    }

    CellStyle faulty(boolean isError, boolean isPercent) {
        if (isError) {
            return isPercent ? errorPercent : error;
        }
        return isPercent ? warningPercent : warning;
    }

    private static CellStyle filled(Workbook workbook, IndexedColors colour) {
        CellStyle style = workbook.createCellStyle();
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static CellStyle percent(Workbook workbook, CellStyle style) {
        style.setDataFormat(workbook.createDataFormat().getFormat(PERCENT));
        return style;
    }
}
