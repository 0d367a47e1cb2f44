package no.barometer.layout;

import java.util.HashMap;
import java.util.Map;

/** The groups met in one file, numbered in the order of their first sight; its waves share them. */
final class Groups {
    private final Map<Group, Integer> numbers = new HashMap<>();

    /** A category of a breakdown. */
    record Group(String breakdown, String id) {}

    int number(String breakdown, String id) {
        return numbers.computeIfAbsent(new Group(breakdown, id), fresh -> numbers.size());
    }

    Map<Group, Integer> all() {
        return numbers;
    }
}
