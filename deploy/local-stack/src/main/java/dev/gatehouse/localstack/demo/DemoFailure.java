package dev.gatehouse.localstack.demo;

/** A step did not happen; the message is the sentence that says which and what was seen instead. */
class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String sentence) {
        super(sentence);
    }
}
