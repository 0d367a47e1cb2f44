package no.barometer.layout;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sums of weights in one PSU, by group. Groups that hold the same respondents have their sums together until that ends:
 * where a PSU is a respondent that is all of them, where it is a household most.
 */
final class Cluster {
    private static final int ROOM = 4;

    private @Nullable ExactSums[] byGroup = new ExactSums[0];
    /** What the groups of the first respondent have together, and how many of them do. */
    private @Nullable ExactSums common;

    private int sharing;

    /**
     * The sums that some groups, those of a respondent, have together and with no other group. Null where they differ: then
     * each has its own.
     *
     * @param from index of the first of them in {@code groups}
     * @param size how many cells there are
     * @param small whether few respondents are likely to come: many have soon nothing in common
     */
    @Nullable
    ExactSums common(int[] groups, int from, int end, int size, boolean small) {
        if (byGroup.length == 0 && small) {
            share(groups, from, end, new ExactSums(size));
        }
        if (common == null || end - from != sharing) {
            return null;
        }
        for (int i = from; i < end; i++) {
            if (groups[i] >= byGroup.length || byGroup[groups[i]] != common) {
                return null;
            }
        }
        return common;
    }

    private void share(int[] groups, int from, int end, ExactSums sums) {
        common = sums;
        sharing = end - from;
        for (int i = from; i < end; i++) {
            room(groups[i]);
            byGroup[groups[i]] = sums;
        }
    }

    private void room(int group) {
        if (group >= byGroup.length) {
            byGroup = Arrays.copyOf(byGroup, group + ROOM);
        }
    }

    /** The sums of a group alone, made when first asked for. */
    ExactSums own(int group, int size, boolean small) {
        ExactSums sums = get(group);
        if (sums != null && sums != common) {
            return sums;
        }
        if (sums == null) {
            room(group);
            sums = small ? new ExactSums(size) : ExactSums.roomy(size);
        } else {
            sharing--;
            if (sharing > 0) {
                sums = sums.copy();
            } else {
                common = null;
            }
        }
        byGroup[group] = sums;
        return sums;
    }

    /** Adds the same PSU of another tally, whose groups and cells have other numbers there. */
    void add(Cluster other, int[] groupHere, int[] cellHere, int size) {
        boolean fresh = byGroup.length == 0;
        for (int group = 0; group < other.byGroup.length; group++) {
            ExactSums some = other.byGroup[group];
            if (some != null && fresh && some == other.common) {
                if (common == null) {
                    common = new ExactSums(size);
                    common.add(some, cellHere);
                    sharing = other.sharing;
                }
                room(groupHere[group]);
                byGroup[groupHere[group]] = common;
            } else if (some != null) {
                own(groupHere[group], size, true).add(some, cellHere);
            }
        }
    }

    /** Null where nobody of the group is in the PSU. */
    @Nullable
    ExactSums get(int group) {
        return group < byGroup.length ? byGroup[group] : null;
    }
}
