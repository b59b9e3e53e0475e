package dev.gatehouse.audit.sequence;

import java.time.Instant;

/**
 * A service whose numbers are being checked.
 *
 * @param checked up to which number it was checked before
 * @param now by the clock that gave the times of arrival
 */
record Producer(String service, long checked, Instant now) {}
