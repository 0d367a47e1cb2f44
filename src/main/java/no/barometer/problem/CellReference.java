package no.barometer.problem;

/** References such as {@code B7}, 1-based. */
public final class CellReference {
    private CellReference() {}

    public static String of(int row, int column) {
        return letters(column) + row;
    }

    /** {@code 1} is A, {@code 27} is AA. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** The column of letters, or 0 if they are none. */
    public static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            char c = Character.toUpperCase(letters.charAt(i));
            if (c < 'A' || c > 'Z' || letters.length() > 3) {
                return 0;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column > 16_384 ? 0 : column;
    }
}
