package dev.gatehouse.contracts.state;

import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.topic.Topic;
import java.util.UUID;

/**
 * Public face of an account, on {@link Topic#ACCOUNTS}.
 *
 * @param email as its owner writes it
 * @param locale BCP 47
 * @param timeZone IANA name
 */
public record AccountState(
        UUID id,
        AccountKind kind,
        String email,
        String displayName,
        String locale,
        String timeZone,
        boolean admin,
        AccountStatus status,
        long version)
        implements State {
    @Override
    public Topic topic() {
        return Topic.ACCOUNTS;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String type() {
        return "account.state";
    }
}
