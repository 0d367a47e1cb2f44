package no.barometer.layout;

/** What the weights of a wave's respondents are multiplied by, cell by cell of the margins' cross-table. */
@SuppressWarnings("ArrayRecordComponent")
public record Factors(CrossTable table, double[] byCell) {
    double of(int cell) {
        return byCell[cell];
    }
}
