package dev.gatehouse.iptrust.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.iptrust.settings.Confirmation;
import dev.gatehouse.iptrust.verification.VerificationPolicy.Answered;
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
        "TRUST,NUMBER,WRONG,SAME,0,CountWrong",
        "TRUST,NUMBER,WRONG,OTHER,1,CountWrong",
        "TRUST,NUMBER,WRONG,SAME,2,Deny[why=wrong_numbers]",
        "TRUST,NUMBER,NONE,SAME,2,AskForNumber",
        "TRUST,SAME_ADDRESS,NONE,SAME,0,Approve",
        "TRUST,SAME_ADDRESS,RIGHT,OTHER,0,AskFromThere",
        "TRUST,SAME_ADDRESS,WRONG,SAME,0,Approve",
        "DENY,NUMBER,NONE,OTHER,0,Deny[why=by_person]",
        "DENY,NUMBER,RIGHT,SAME,2,Deny[why=by_person]",
        "DENY,SAME_ADDRESS,NONE,OTHER,0,Deny[why=by_person]"
    })
    void decidesByNumberOrByPlace(
            Answered answered, Confirmation confirmation, Typed typed, Place place, int wrong, String decision) {
        Facts facts = new Facts(answered, confirmation, typed, place, wrong);

        assertEquals(decision, VerificationPolicy.decide(facts).toString().replace("[]", ""));
    }
}
