package dev.gatehouse.auth.login;

import dev.gatehouse.auth.credential.PasswordCheck;
import dev.gatehouse.auth.signinaccount.SignInAccount;
import dev.gatehouse.auth.trust.Trust;
import dev.gatehouse.chassis.clientaddress.IpAddress;
import dev.gatehouse.contracts.identity.Door;
import java.time.Instant;
import java.util.Optional;

/** All that a decision needs. */
record LoginFacts(
        Door door, IpAddress address, Optional<SignInAccount> account, Trust trust, PasswordCheck check, Instant now) {}
