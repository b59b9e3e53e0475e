package dev.gatehouse.chassis.messaging.wire;

/** Names of the headers that every record of the suite carries: CloudEvents 1.0, Kafka binding, binary mode. */
public final class Headers {
    /** Version of CloudEvents. */
    public static final String SPEC_VERSION = "ce_specversion";
    /** The id by which consumers recognise a repetition. */
    public static final String ID = "ce_id";
    /** The type, which decides how the value is read. */
    public static final String TYPE = "ce_type";
    /** The producing service. */
    public static final String SOURCE = "ce_source";
    /** When it happened. */
    public static final String TIME = "ce_time";
    /** The schema of the value. */
    public static final String SCHEMA = "ce_dataschema";
    /** Number of a security event within its producing service, without gaps. */
    public static final String SEQUENCE = "ce_sequence";
    /** Media type of the value. */
    public static final String CONTENT_TYPE = "content-type";
    /** Version of the entity that a state describes. */
    public static final String VERSION = "gatehouse-version";
    /** W3C trace context. */
    public static final String TRACE_PARENT = "traceparent";

    private Headers() {}
}
