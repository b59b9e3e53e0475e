package dev.gatehouse.localstack.demo;

/** A service had more to do than it takes on, and said so with 503. */
public final class DemoOverloaded extends DemoFailure {
    private static final long serialVersionUID = 1L;

    DemoOverloaded(String sentence) {
        super(sentence);
    }
}
