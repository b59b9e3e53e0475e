package dev.gatehouse.audit.sequence;

import dev.gatehouse.audit.log.ReceivedSequence;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which numbers count as missing. */
final class GapPolicy {
    /** More than a service loses at once. */
    static final long LONGEST_JUMP = 1_000_000;
    /** So many numbers behind a longer jump show that the service really goes on there. */
    static final int BELIEVED_AFTER = 100;

    private GapPolicy() {}

    /**
     * What is to be said of the numbers after the last checked one.
     *
     * @param arrived numbers that are there, ascending, all of those up to the highest among them
     * @param now by the clock that gave the times of arrival
     * @param settleTime how long a number may be overtaken. A time of arrival that lies further than this in the future
     *     was given while the clock was ahead, and counts as long ago
     */
    static Finding decide(long checked, List<ReceivedSequence> arrived, Instant now, Duration settleTime) {
        List<ReceivedSequence> plausible = plausible(checked, arrived);
        long settled = plausible.stream()
                .filter(number -> isSettled(number.receivedAt(), now, settleTime))
                .mapToLong(ReceivedSequence::sequence)
                .reduce(checked, Math::max);
        return new Finding(
                settled,
                Gap.missing(checked + 1, settled, numbers(plausible)),
                plausible.size() == arrived.size()
                        ? null
                        : arrived.get(plausible.size()).sequence());
    }

    private static boolean isSettled(Instant receivedAt, Instant now, Duration settleTime) {
        return receivedAt.isBefore(now.minus(settleTime)) || receivedAt.isAfter(now.plus(settleTime));
    }

    /** The numbers up to the first that is absurdly far from the one before it. */
    private static List<ReceivedSequence> plausible(long checked, List<ReceivedSequence> arrived) {
        long before = checked;
        for (int i = 0; i < arrived.size(); i++) {
            long number = arrived.get(i).sequence();
            if (number - before > LONGEST_JUMP && arrived.size() - i <= BELIEVED_AFTER) {
                return arrived.subList(0, i);
            }
            before = number;
        }
        return arrived;
    }

    static NavigableSet<Long> numbers(Collection<ReceivedSequence> arrived) {
        return arrived.stream().map(ReceivedSequence::sequence).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The result of a check.
     *
     * @param checked up to which number nothing new can be noticed
     * @param absurd a number that is too far from those before it to be believed; absent where there is none
     */
    record Finding(long checked, List<Gap> gaps, @Nullable Long absurd) {
        Finding {
            gaps = List.copyOf(gaps);
        }
    }
}
