package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.PasswordCheck;
import dev.gatehouse.auth.credential.policy.PolicyCheck.Judged;
import dev.gatehouse.auth.login.iptrust.Trust;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.identity.Audience;
import java.time.Instant;
import java.util.Optional;

/**
 * The facts on which a login is decided.
 *
 * @param judged what the policy says of a right password; empty for a wrong one
 */
record LoginFacts(
        Audience audience,
        IpAddress address,
        Optional<LoginAccount> account,
        Trust trust,
        PasswordCheck check,
        Optional<Judged> judged,
        Instant now) {}
