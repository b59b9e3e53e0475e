package dev.gatehouse.localstack.gateway;

import java.util.List;

/** The forwarding header as an ingress writes it: what came stays, the peer it came from is appended. */
final class ForwardedFor {
    static final String HEADER = "X-Forwarded-For";

    private ForwardedFor() {}

    /**
     * The one header that goes on.
     *
     * @param received the values of all such headers of the request, in order
     */
    static String appended(List<String> received, String peer) {
        return received.isEmpty() ? peer : String.join(", ", received) + ", " + peer;
    }
}
