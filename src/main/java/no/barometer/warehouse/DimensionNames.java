package no.barometer.warehouse;

import java.util.HashMap;
import java.util.Map;
import no.barometer.survey.Wave;

/** Ids out of the keys of one survey's facts. */
final class DimensionNames {
    private final Map<Integer, Wave> waves;
    private final Map<Integer, Member> questions;
    private final Map<Integer, Member> items;
    private final Map<Integer, Member> answers;
    private final Map<Integer, Member> groups;
    private final Map<String, String> texts = new HashMap<>();

    DimensionNames(SurveyDimensions dimensions) {
        this.waves = dimensions.waves.wavesByKey();
        this.questions = dimensions.questions.membersByKey();
        this.items = dimensions.items.membersByKey();
        this.answers = dimensions.answers.membersByKey();
        this.groups = dimensions.groups.membersByKey();
    }

    Wave wave(int key) {
        return found(waves, key);
    }

    String question(int key) {
        return found(questions, key).id();
    }

    /** Empty for 0, JDBC's null. */
    String item(int key) {
        return key == 0 ? "" : found(items, key).id();
    }

    /** Empty for 0, JDBC's null. */
    String answer(int key) {
        return key == 0 ? "" : found(answers, key).id();
    }

    /** Breakdown and group. */
    Member group(int key) {
        return found(groups, key);
    }

    /** The same text as one object, so that a million rows do not hold a million copies. */
    String one(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    private static <T> T found(Map<Integer, T> all, int key) {
        T one = all.get(key);
        if (one == null) {
            throw new IllegalStateException("no dimension row " + key);
        }
        return one;
    }
}
