package no.barometer.layout;

import java.util.ArrayList;
import java.util.List;
import no.barometer.sheet.SheetInfo;
import no.barometer.survey.Block;
import no.barometer.survey.Labels;

/** Chooses the sheets a block names; if it names none, the first visible one. Knows which of them were there. */
final class SheetChoice {
    private final Block.Sheets wanted;
    private boolean anyVisible;
    private boolean anyLike;
    private final List<SheetInfo> seen = new ArrayList<>();

    SheetChoice(Block.Sheets wanted) {
        this.wanted = wanted;
    }

    boolean wants(SheetInfo sheet) {
        seen.add(sheet);
        if (wanted.first()) {
            boolean first = !anyVisible && !sheet.hidden();
            anyVisible |= first;
            return first;
        }
        boolean like = wanted.pattern() != null
                && wanted.pattern().matcher(sheet.name()).matches();
        anyLike |= like;
        return like
                || wanted.numbers().contains(sheet.number())
                || wanted.names().stream().anyMatch(name -> isCalled(sheet, name));
    }

    private static boolean isCalled(SheetInfo sheet, String name) {
        return Labels.key(name).equals(Labels.key(sheet.name()));
    }

    List<String> seen() {
        return seen.stream().map(SheetInfo::name).toList();
    }

    /** What is wanted and was not among the sheets. */
    List<String> lacking() {
        List<String> lacking = new ArrayList<>();
        if (wanted.first() && !anyVisible) {
            lacking.add("that is visible");
        }
        wanted.numbers().stream()
                .filter(number -> seen.stream().noneMatch(sheet -> sheet.number() == number))
                .forEach(number -> lacking.add(number.toString()));
        wanted.names().stream()
                .filter(name -> seen.stream().noneMatch(sheet -> isCalled(sheet, name)))
                .forEach(name -> lacking.add('"' + name + '"'));
        if (wanted.pattern() != null && !anyLike) {
            lacking.add("like " + wanted.pattern());
        }
        return lacking;
    }
}
