package dev.gatehouse.iptrust.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** How long an address stays trusted: whole days, months or years by the calendar in UTC, from one day to two years. */
public record TrustDuration(Period period) {
    private static final LocalDate ANY_DAY = LocalDate.of(2001, 1, 1);
    private static final int MAX_TEXT_LENGTH = 20;

    /** The duration in this text ({@code P30D}, {@code P1Y}, {@code PT24H}), if it is one within the limits. */
    public static Optional<TrustDuration> parse(String text) {
        return text.length() > MAX_TEXT_LENGTH
                ? Optional.empty()
                : period(text).filter(TrustDuration::within).map(TrustDuration::new);
    }

    /** The end of a trust that begins now. */
    public Instant after(Instant now) {
        return now.atZone(ZoneOffset.UTC).plus(period).toInstant();
    }

    /** ISO 8601. */
    @Override
    public String toString() {
        return period.toString();
    }

    private static Optional<Period> period(String text) {
        try {
            return text.indexOf('T') < 0 ? Optional.of(Period.parse(text)) : wholeDays(Duration.parse(text));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Period> wholeDays(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays()))
                ? Optional.of(Period.ofDays(Math.toIntExact(duration.toDays())))
                : Optional.empty();
    }

    private static boolean within(Period period) {
        if (Math.abs((long) period.getYears()) > 2 || Math.abs(period.toTotalMonths()) > 24) {
            return false;
        }
        LocalDate end = ANY_DAY.plus(period);
        return !end.isBefore(ANY_DAY.plusDays(1)) && !end.isAfter(ANY_DAY.plusYears(2));
    }
}
