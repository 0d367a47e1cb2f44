package no.barometer.warehouse;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import no.barometer.survey.Wave;

/**
 * One row of the table {@code estimate}.
 *
 * @param key the row's
 */
record EstimateRow(long key, PublishedEstimate estimate) {
    static EstimateRow read(ResultSet row, String survey, DimensionNames names) throws SQLException {
        Wave wave = names.wave(row.getInt(3));
        Member group = names.group(row.getInt(7));
        return new EstimateRow(
                row.getLong(1),
                new PublishedEstimate(
                        survey,
                        names.one(row.getString(2)),
                        wave.id(),
                        wave.start(),
                        names.question(row.getInt(4)),
                        names.item(row.getInt(5)),
                        names.answer(row.getInt(6)),
                        group.parent(),
                        group.id(),
                        names.one(row.getString(8)),
                        names.one(row.getString(9)),
                        Columns.nullableDouble(row, 10),
                        names.one(row.getString(11)),
                        Columns.nullableDouble(row, 12),
                        Columns.nullableDouble(row, 13),
                        Columns.nullableDouble(row, 14),
                        Columns.nullableDouble(row, 15),
                        Columns.nullableDouble(row, 16),
                        Columns.nullableDouble(row, 17),
                        Columns.nullableDouble(row, 18),
                        names.one(row.getString(19)),
                        names.one(row.getString(20)),
                        names.one(row.getString(21)),
                        row.getString(22)));
    }

    /** Sets the parameters of a value that a release prints first. */
    static void bind(PreparedStatement row, PublishedEstimate one, SurveyDimensions dimensions, int release)
            throws SQLException {
        row.setInt(1, dimensions.surveyKey);
        row.setInt(2, release);
        row.setString(3, one.table());
        FactWriter.bind(
                row,
                4,
                dimensions.keys(one.wave(), one.question(), one.item(), one.answer(), one.breakdown(), one.group()));
        row.setString(9, one.measure());
        row.setString(10, one.baseKind());
        Columns.set(row, 11, one.value());
        row.setString(12, one.unit());
        Columns.set(row, 13, one.stdError());
        Columns.set(row, 14, one.ciLow());
        Columns.set(row, 15, one.ciHigh());
        Columns.set(row, 16, one.base());
        Columns.set(row, 17, one.effectiveBase());
        Columns.set(row, 18, one.change());
        Columns.set(row, 19, one.changePValue());
        row.setString(20, one.obsStatus());
        row.setString(21, one.confStatus());
        row.setString(22, one.method());
        row.setString(23, one.source());
    }
}
