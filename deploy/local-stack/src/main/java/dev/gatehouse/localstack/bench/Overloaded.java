package dev.gatehouse.localstack.bench;

import java.io.IOException;

/** A service answered 503: the load is more than this machine bears now. */
final class Overloaded extends IOException {
    private static final long serialVersionUID = 1L;

    Overloaded(String sentence) {
        super(sentence);
    }
}
