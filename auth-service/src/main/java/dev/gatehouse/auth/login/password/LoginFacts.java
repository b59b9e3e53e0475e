package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.PasswordCheck;
import dev.gatehouse.auth.login.iptrust.Trust;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.identity.Audience;
import java.time.Instant;
import java.util.Optional;

/** All that a decision needs. */
record LoginFacts(
        Audience audience,
        IpAddress address,
        Optional<SignInAccount> account,
        Trust trust,
        PasswordCheck check,
        Instant now) {}
