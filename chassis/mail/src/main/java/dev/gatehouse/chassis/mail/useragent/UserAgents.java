package dev.gatehouse.chassis.mail.useragent;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ua_parser.CachingParser;
import ua_parser.Parser;

/** Turns {@code User-Agent} headers into {@link UserAgent}s; safe for any input, of any length. */
public final class UserAgents {
    /** Browsers name themselves within it; the expressions take 7 ms for the most hostile header of this length. */
    private static final int MAX_INPUT = 192;

    private static final int CACHED = 500;

    private static final Map<String, String> SHOWN = Map.of("Mac OS X", "macOS");

    private static final Map<String, String> BROWSERS = named(
            "Amazon Silk",
            "Android",
            "Brave",
            "Chrome",
            "Chrome Mobile",
            "Chrome Mobile WebView",
            "Chrome Mobile iOS",
            "Chromium",
            "Coc Coc",
            "DuckDuckGo",
            "DuckDuckGo Mobile",
            "Edge",
            "Edge Mobile",
            "Electron",
            "Epiphany",
            "Firefox",
            "Firefox Focus",
            "Firefox Mobile",
            "Firefox iOS",
            "HeadlessChrome",
            "HuaweiBrowser",
            "IE",
            "IE Mobile",
            "Konqueror",
            "MiuiBrowser",
            "Mobile Safari",
            "Mobile Safari UI/WKWebView",
            "Opera",
            "Opera Mini",
            "Opera Mobile",
            "Opera Touch",
            "Pale Moon",
            "QQ Browser",
            "QQ Browser Mobile",
            "Safari",
            "Samsung Internet",
            "SeaMonkey",
            "UC Browser",
            "Vivaldi",
            "Waterfox",
            "Whale",
            "Yandex Browser",
            "curl");

    private static final Map<String, String> SYSTEMS = named(
            "Android",
            "Arch Linux",
            "BlackBerry OS",
            "CentOS",
            "Chrome OS",
            "Debian",
            "Fedora",
            "FreeBSD",
            "KaiOS",
            "Kubuntu",
            "Linux",
            "Mac OS X",
            "NetBSD",
            "OpenBSD",
            "Red Hat",
            "SUSE",
            "Solaris",
            "Tizen",
            "Ubuntu",
            "Windows",
            "Windows Phone",
            "iOS",
            "tvOS",
            "watchOS");

    private UserAgents() {}

    /**
     * What this header says; {@link UserAgent#UNKNOWN} for none, for nonsense and for what is on no list. A hostile
     * header takes milliseconds and the first one tens of them, so a worker thread reads it; the result arrives on the
     * context of the caller, when it has one.
     */
    public static Uni<UserAgent> describe(@Nullable String userAgent) {
        Context caller = Vertx.currentContext();
        Uni<UserAgent> read =
                Uni.createFrom().item(() -> read(userAgent)).runSubscriptionOn(Infrastructure.getDefaultExecutor());
        return caller == null ? read : read.emitOn(task -> caller.runOnContext(ignored -> task.run()));
    }

    static UserAgent read(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return UserAgent.UNKNOWN;
        }
        String bounded = userAgent.length() > MAX_INPUT ? userAgent.substring(0, MAX_INPUT) : userAgent;
        // Not all at once: the device, which nobody is shown, would cost more than both.
        return new UserAgent(
                listed(BROWSERS, Expressions.PARSER.parseUserAgent(bounded).family),
                listed(SYSTEMS, Expressions.PARSER.parseOS(bounded).family));
    }

    /** The constant of the list, never the text that was found: some expressions copy a part of the header. */
    private static @Nullable String listed(Map<String, String> list, @Nullable String family) {
        return family == null ? null : list.get(family);
    }

    private static Map<String, String> named(String... families) {
        return Arrays.stream(families)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), family -> SHOWN.getOrDefault(family, family)));
    }

    /* Reading a thousand expressions takes a while: only once somebody asks. */
    private static final class Expressions {
        private static final Parser PARSER = new CachingParser(CACHED);
    }
}
