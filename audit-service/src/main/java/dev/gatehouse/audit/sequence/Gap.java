package dev.gatehouse.audit.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Numbers that are missing, both ends included. */
record Gap(long first, long last) {
    /** What is missing of these numbers when the given ones are there. */
    static List<Gap> missing(long first, long last, SortedSet<Long> present) {
        List<Gap> gaps = new ArrayList<>();
        long expected = first;
        for (long number : present.subSet(first, last + 1)) {
            if (number > expected) {
                gaps.add(new Gap(expected, number - 1));
            }
            expected = number + 1;
        }
        if (expected <= last) {
            gaps.add(new Gap(expected, last));
        }
        return gaps;
    }

    long size() {
        return last - first + 1;
    }
}
