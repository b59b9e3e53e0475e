package dev.gatehouse.chassis.http.etag;

/**
 * Entity tags that are the version of a row, so that no client overwrites what it has not read; {@link IfMatch} reads
 * them back.
 */
public final class Etags {
    private Etags() {}

    /** The value of the {@code ETag} header. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
