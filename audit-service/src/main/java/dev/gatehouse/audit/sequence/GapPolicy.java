package dev.gatehouse.audit.sequence;

import dev.gatehouse.audit.log.ReceivedSequence;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decides which numbers count as missing. */
final class GapPolicy {
    private GapPolicy() {}

    /**
     * What is to be said of the numbers after the last checked one.
     *
     * @param arrived numbers that are there, all of those up to the highest among them
     * @param settledBefore what arrived before this has had time to be overtaken
     */
    static Finding decide(long checked, List<ReceivedSequence> arrived, Instant settledBefore) {
        long settled = arrived.stream()
                .filter(number -> number.receivedAt().isBefore(settledBefore))
                .mapToLong(ReceivedSequence::sequence)
                .reduce(checked, Math::max);
        return new Finding(settled, Gap.missing(checked + 1, settled, numbers(arrived)));
    }

    static SortedSet<Long> numbers(Collection<ReceivedSequence> arrived) {
        return arrived.stream().map(ReceivedSequence::sequence).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The result of a check.
     *
     * @param checked up to which number nothing new can be noticed
     */
    record Finding(long checked, List<Gap> gaps) {
        Finding {
            gaps = List.copyOf(gaps);
        }
    }
}
