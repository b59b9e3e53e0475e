package dev.gatehouse.audit.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/** Numbers that are missing, both ends included. */
record Gap(long first, long last) {
    /** What is missing of these numbers when the given ones are there. */
    static List<Gap> missing(long first, long last, NavigableSet<Long> present) {
        List<Gap> gaps = new ArrayList<>();
        long expected = first;
        for (long number : first > last ? List.<Long>of() : present.subSet(first, true, last, true)) {
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
