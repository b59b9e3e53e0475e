package dev.gatehouse.localstack.gateway;

import dev.gatehouse.localstack.suite.Member;

/** Where a request goes. */
sealed interface Routing {

    /** To this service, path unchanged. */
    record To(Member member) implements Routing {}

    /** To the gateway's own page, which says what runs here. */
    record Home() implements Routing {}

    /** To the OpenAPI document of the whole origin. */
    record Document() implements Routing {}

    /** Nowhere: no audience of the suite begins like this. */
    record Unknown() implements Routing {}

    /** Nowhere: the path is not in its plain form, so two readers could take it for two different things. */
    record Refused() implements Routing {}
}
