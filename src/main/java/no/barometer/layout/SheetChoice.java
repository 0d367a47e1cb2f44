package no.barometer.layout;

import no.barometer.sheet.SheetInfo;
import no.barometer.survey.Block;
import no.barometer.survey.Labels;

/** Chooses the sheets a block names; if it names none, the first visible one. Counts what it chose. */
final class SheetChoice {
    private final Block.Sheets wanted;
    private int chosen;
    private final java.util.List<String> seen = new java.util.ArrayList<>();

    SheetChoice(Block.Sheets wanted) {
        this.wanted = wanted;
    }

    boolean wants(SheetInfo sheet) {
        seen.add(sheet.name());
        boolean wants = wanted.first()
                ? chosen == 0 && !sheet.hidden()
                : wanted.numbers().contains(sheet.number())
                        || wanted.names().stream()
                                .anyMatch(name -> Labels.key(name).equals(Labels.key(sheet.name())))
                        || (wanted.pattern() != null
                                && wanted.pattern().matcher(sheet.name()).matches());
        chosen += wants ? 1 : 0;
        return wants;
    }

    boolean nothing() {
        return chosen == 0;
    }

    java.util.List<String> seen() {
        return seen;
    }

    String expected() {
        if (wanted.first()) {
            return "that is visible";
        }
        return wanted.pattern() != null ? "like " + wanted.pattern() : "" + wanted.names() + wanted.numbers();
    }
}
