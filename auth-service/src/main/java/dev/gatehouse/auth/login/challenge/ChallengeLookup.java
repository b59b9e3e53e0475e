package dev.gatehouse.auth.login.challenge;

import java.util.Optional;

/** What a client finds under the id of a challenge: a client that has moved is told from one that invents an id. */
sealed interface ChallengeLookup {
    /** The challenge of this client. */
    record Own(Challenge challenge) implements ChallengeLookup {}

    /** A challenge that another client opened, or this one at another place. */
    record Moved() implements ChallengeLookup {}

    /** No challenge. */
    record Unknown() implements ChallengeLookup {}

    /**
     * Decides whose challenge it is.
     *
     * @param ipv6Prefix how much of an IPv6 address is one place
     */
    static ChallengeLookup of(Optional<Challenge> found, Challenge.Client client, int ipv6Prefix) {
        return found.map(challenge -> challenge.terms().client().client().isSameAs(client.client(), ipv6Prefix)
                        ? new Own(challenge.askedForBy(client))
                        : new Moved())
                .orElseGet(Unknown::new);
    }
}
