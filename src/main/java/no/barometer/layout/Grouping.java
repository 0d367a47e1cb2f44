package no.barometer.layout;

import java.util.List;

/** Which group of a breakdown a text means, looked up once for each text. */
final class Grouping {
    /** In no group: no answer. */
    static final int NONE = -1;
    /** A text that means no known group. */
    static final int UNKNOWN = -2;

    private final String breakdown;
    private final int column;
    private final Coder coder;
    private final Groups groups;
    private final Known<Integer> known = new Known<>();

    Grouping(String breakdown, int column, Coder coder, Groups groups) {
        this.breakdown = breakdown;
        this.column = column;
        this.coder = coder;
        this.groups = groups;
    }

    int column() {
        return column;
    }

    /** The group's number, {@link #NONE} or {@link #UNKNOWN}. */
    int group(String text) {
        Integer group = known.get(text);
        if (group == null) {
            group = find(text);
            known.put(text, group);
        }
        return group;
    }

    private int find(String text) {
        String code = coder.code(text);
        if (code == null) {
            return UNKNOWN;
        }
        return code.equals(Coder.NO_ANSWER) || code.equals(Coder.NOT_ASKED) ? NONE : groups.number(breakdown, code);
    }

    List<String> expected(String text) {
        return coder.expected(text);
    }
}
