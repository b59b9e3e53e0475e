package dev.gatehouse.auth.login.password;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Signs somebody in. */
@ApplicationScoped
class Login {
    private final LoginProof proof;
    private final LoginAdmission admission;
    private final InstantSource clock;

    Login(LoginProof proof, LoginAdmission admission, InstantSource clock) {
        this.proof = proof;
        this.admission = admission;
        this.clock = clock;
    }

    Uni<LoginOutcome> attempt(LoginCommand command) {
        return proof.read(command).chain(read -> check(command, read)).chain(facts -> carryOut(command, facts));
    }

    private Uni<LoginFacts> check(LoginCommand command, SignInFacts read) {
        return proof.check(command, read)
                .map(check -> new LoginFacts(
                        command.client().audience(),
                        command.client().program().address(),
                        read.account(),
                        read.trust(),
                        check,
                        clock.instant()));
    }

    private Uni<LoginOutcome> carryOut(LoginCommand command, LoginFacts facts) {
        return switch (LoginPolicy.decide(facts)) {
            case LoginDecision.Admit admit ->
                admission.admit(command, admit.proven()).call(() -> proof.renew(command, facts));
            case LoginDecision.Verify verify ->
                admission
                        .verify(command, verify.proven(), facts.trust().verificationLifetime())
                        .call(() -> proof.renew(command, facts));
            case LoginDecision.Refuse refuse -> admission.refuse(command, refusal(command, facts, refuse.why()));
        };
    }

    private static Refusal refusal(LoginCommand command, LoginFacts facts, RefusalReason why) {
        return facts.account()
                .map(found -> Refusal.of(why, found.account().id()))
                .orElseGet(() -> new Refusal(why, null, command.email().normalised()));
    }
}
