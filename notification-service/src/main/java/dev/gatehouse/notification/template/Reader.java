package dev.gatehouse.notification.template;

import java.time.ZoneId;
import java.util.Locale;

/** Whom a notification speaks to. */
public record Reader(String displayName, Locale locale, ZoneId timeZone) {}
