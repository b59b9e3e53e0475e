package dev.gatehouse.iptrust.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.iptrust.settings.Confirmation;
import dev.gatehouse.iptrust.verification.VerificationPolicy.Choice;
import dev.gatehouse.iptrust.verification.VerificationPolicy.Facts;
import dev.gatehouse.iptrust.verification.VerificationPolicy.Place;
import dev.gatehouse.iptrust.verification.VerificationPolicy.Typed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "TRUST,NUMBER,RIGHT,OTHER,0,Approve",
        "TRUST,NUMBER,RIGHT,SAME,2,Approve",
        "TRUST,NUMBER,WRONG,SAME,0,CountWrongNumber",
        "TRUST,NUMBER,WRONG,OTHER,1,CountWrongNumber",
        "TRUST,NUMBER,WRONG,SAME,2,Deny[reason=wrong_numbers]",
        "TRUST,NUMBER,NONE,SAME,2,RequireNumber",
        "TRUST,SAME_ADDRESS,NONE,SAME,0,Approve",
        "TRUST,SAME_ADDRESS,RIGHT,OTHER,0,RequireSameAddress",
        "TRUST,SAME_ADDRESS,WRONG,SAME,0,Approve",
        "DENY,NUMBER,NONE,OTHER,0,Deny[reason=by_person]",
        "DENY,NUMBER,RIGHT,SAME,2,Deny[reason=by_person]",
        "DENY,SAME_ADDRESS,NONE,OTHER,0,Deny[reason=by_person]"
    })
    void decidesByNumberOrByPlace(
            Choice choice, Confirmation confirmation, Typed typed, Place place, int wrong, String decision) {
        Facts facts = new Facts(choice, confirmation, typed, place, wrong);

        assertEquals(decision, VerificationPolicy.decide(facts).toString().replace("[]", ""));
    }
}
