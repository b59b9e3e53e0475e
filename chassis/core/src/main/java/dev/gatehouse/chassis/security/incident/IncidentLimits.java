package dev.gatehouse.chassis.security.incident;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Which incidents of this replica become events, so that whoever can cause some at will cannot cause a flood of events:
 * one per kind and network in a minute, a few of one wider network, sixty at once and one a second in all. The rest is
 * counted.
 */
final class IncidentLimits {
    static final Duration ONCE_PER = Duration.ofMinutes(1);
    /** An IPv4 address is a place, and so is the smallest network that an IPv6 client gets. */
    private static final int IPV6_PLACE = 64;

    private static final int IPV4_NEIGHBOURHOOD = 24;
    private static final int IPV6_NEIGHBOURHOOD = 48;

    static final int OF_NEIGHBOURHOOD = 8;
    static final int AT_ONCE = 60;
    static final int UNDER_WAY = 100;
    private static final Duration REFILL = Duration.ofSeconds(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<Place, Boolean> places;
    private final Cache<Place, Integer> neighbourhoods;
    private final InstantSource clock;
    private int tokens = AT_ONCE;
    private Instant refilledAt;
    private int underWay;
    private long suppressed;

    IncidentLimits(InstantSource clock) {
        this.clock = clock;
        this.refilledAt = clock.instant();
        this.places = remembering();
        this.neighbourhoods = remembering();
    }

    /** The place to say {@link #stored} or {@link #lost} of, if the incident is to be published now. */
    synchronized Optional<Place> admit(Class<?> type, IpAddress ip) {
        Place place = new Place(type, ip.network(IPV6_PLACE));
        Place neighbourhood = new Place(type, ip.neighbourhood(IPV4_NEIGHBOURHOOD, IPV6_NEIGHBOURHOOD));
        int neighbours =
                Optional.ofNullable(neighbourhoods.getIfPresent(neighbourhood)).orElse(0);
        refill();
        if (places.getIfPresent(place) != null
                || neighbours >= OF_NEIGHBOURHOOD
                || tokens == 0
                || underWay >= UNDER_WAY) {
            suppressed++;
            return Optional.empty();
        }
        tokens--;
        underWay++;
        places.put(place, true);
        neighbourhoods.put(neighbourhood, neighbours + 1);
        return Optional.of(place);
    }

    /** The event is durable: the same place causes none for a while. */
    synchronized void stored() {
        underWay--;
    }

    /** The event could not be stored: it counts, and the next one of that place is tried. */
    synchronized void lost(Place place) {
        underWay--;
        suppressed++;
        places.invalidate(place);
    }

    /** How many were not published since the last call. */
    synchronized long takeSuppressed() {
        long count = suppressed;
        suppressed = 0;
        return count;
    }

    /** Counts again what could not be published. */
    synchronized void giveBack(long count) {
        suppressed += count;
    }

    private void refill() {
        long due = Duration.between(refilledAt, clock.instant()).dividedBy(REFILL);
        if (due > 0) {
            tokens = (int) Math.min(AT_ONCE, tokens + due);
            refilledAt = refilledAt.plus(REFILL.multipliedBy(due));
        }
    }

    private <V> Cache<Place, V> remembering() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(ONCE_PER)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    /** Where incidents of a kind come from. */
    record Place(Class<?> type, String network) {}
}
