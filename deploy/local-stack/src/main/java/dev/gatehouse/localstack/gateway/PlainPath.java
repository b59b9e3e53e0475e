package dev.gatehouse.localstack.gateway;

import java.util.List;

/**
 * Whether a path reads the same for everybody (RFC 3986 section 6.2.2: already normalised), so that the prefix seen
 * here is the prefix that the service sees.
 */
final class PlainPath {
    private static final List<String> DOT_SEGMENTS = List.of("/./", "/../");

    private PlainPath() {}

    static boolean isPlain(String path) {
        return path.startsWith("/")
                && !path.contains("//")
                && DOT_SEGMENTS.stream().noneMatch((path + "/")::contains)
                && isMadeOfPlainCharacters(path);
    }

    private static boolean isMadeOfPlainCharacters(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%' ? !isHarmlessEscape(path, i) : !isPlainCharacter(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainCharacter(char c) {
        return c > ' ' && c < 0x7f && c != '\\' && c != ';' && c != '#';
    }

    /** Only what may not stand in a path unescaped may be escaped, and never what separates or climbs. */
    private static boolean isHarmlessEscape(String path, int at) {
        if (at + 3 > path.length()) {
            return false;
        }
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        if (high < 0 || low < 0) {
            return false;
        }
        char meant = (char) (high * 16 + low);
        return meant >= ' ' && meant != 0x7f && "/\\.;%".indexOf(meant) < 0 && !isUnreserved(meant);
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_~".indexOf(c) >= 0;
    }
}
