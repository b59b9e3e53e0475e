package dev.gatehouse.audit.sequence;

import java.time.Instant;

/**
 * A service whose numbers are being checked.
 *
 * @param checked up to which number it was checked before
 * @param checkedIndex up to which index of the log its numbers were compared with the earlier ones
 * @param now by the clock that gave the times of arrival
 */
record Producer(String service, long checked, long checkedIndex, Instant now) {}
