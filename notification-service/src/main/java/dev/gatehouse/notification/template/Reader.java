package dev.gatehouse.notification.template;

import java.time.ZoneId;
import java.util.Locale;

/** The person who reads a notification. */
public record Reader(String displayName, Locale locale, ZoneId timeZone) {}
