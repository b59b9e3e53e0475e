package dev.gatehouse.chassis.messaging.consumer;

/**
 * What was read is dropped: the records that follow the saved positions are read again, as far as they are still ours.
 */
abstract class ReadAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadAgain(String reason) {
        super(reason);
    }
}
