package dev.gatehouse.localstack.process;

import java.util.Optional;

/** Which process is meant, for certain: process ids are used again, start times tell them apart. */
public record ProcessIdentity(long pid, long startedAtMillis) {

    /** The identity of a process that is running now. */
    public static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(handle.pid(), startMillis(handle));
    }

    /** The running process of this identity; empty when it ended, or when its id belongs to another by now. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> Math.abs(startMillis(handle) - startedAtMillis) <= CLOCK_TICK_MILLIS);
    }

    /** The platform counts starts in clock ticks since boot, and reads may round differently. */
    private static final long CLOCK_TICK_MILLIS = 20;

    private static long startMillis(ProcessHandle handle) {
        return handle.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
    }
}
