package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.session.grant.Grant;
import dev.gatehouse.auth.token.Transport;

/** What became of the wish to collect a session. */
sealed interface CollectionOutcome {
    /** Here it is, to be handed over as was wished at sign-in. */
    record Collected(Grant grant, Transport transport) implements CollectionOutcome {}

    /** Nobody has answered yet. */
    record Pending() implements CollectionOutcome {}

    /** It was denied, its time is over, or its session was handed over already. */
    record Closed() implements CollectionOutcome {}

    /** This client has no such sign-in. */
    record Unknown() implements CollectionOutcome {}
}
