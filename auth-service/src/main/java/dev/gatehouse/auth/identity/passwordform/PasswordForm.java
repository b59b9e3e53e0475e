package dev.gatehouse.auth.identity.passwordform;

import dev.gatehouse.auth.credential.policy.PasswordPolicies;
import dev.gatehouse.auth.credential.policy.PasswordPolicy;
import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.mail.page.HtmlPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** The form behind a mailed link that asks the owner of an account for a new password; works without JavaScript. */
@ApplicationScoped
public class PasswordForm {
    private static final int SHOWN = 200;
    private static final int REFUSED = 422;

    private final PasswordPolicies policies;

    PasswordForm(PasswordPolicies policies) {
        this.policies = policies;
    }

    /** The form, with status 200. */
    public Uni<HtmlPage> ask(Account account, Words words, Locale language) {
        return form(account, words, List.of()).map(form -> new HtmlPage(form, language, SHOWN));
    }

    /** The form again with what is wrong with the password, and status 422. Other failures stay failures. */
    public Uni<HtmlPage> askAgain(Throwable failure, Account account, Words words, Locale language) {
        return failure instanceof ProblemException problem
                        && !problem.violations().isEmpty()
                ? form(account, words, problem.violations()).map(form -> new HtmlPage(form, language, REFUSED))
                : Uni.createFrom().failure(failure);
    }

    private Uni<TemplateInstance> form(Account account, Words words, List<Violation> broken) {
        return policies.of(account.kind())
                .map(policy -> Templates.form(
                        words, account.email(), new Rules(policy.minLength(), PasswordPolicy.PHRASE), broken));
    }

    /** What the form is for, in the language of its reader. */
    public record Words(String heading, String lead) {}

    /** What the form says of the policy. */
    record Rules(int minLength, int phrase) {}

    /** The page in {@code templates/passwordform}. */
    @CheckedTemplate(basePath = "passwordform")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance form(Words words, String email, Rules policy, List<Violation> broken);
    }
}
