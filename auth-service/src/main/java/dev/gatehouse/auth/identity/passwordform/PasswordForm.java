package dev.gatehouse.auth.identity.passwordform;

import dev.gatehouse.auth.credential.policy.PasswordPolicies;
import dev.gatehouse.auth.credential.policy.PasswordPolicy;
import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.mail.page.HtmlPages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** The form behind a mailed link that asks the owner of an account for a new password; works without JavaScript. */
@ApplicationScoped
public class PasswordForm {
    private static final int REFUSED = 422;

    private final PasswordPolicies policies;
    private final HtmlPages html;

    PasswordForm(PasswordPolicies policies, HtmlPages html) {
        this.policies = policies;
        this.html = html;
    }

    /** The form, with status 200. */
    public Uni<Response> ask(Account account, Words words, Locale language) {
        return form(account, words, List.of()).chain(form -> html.answer(form, language));
    }

    /** The form again with what is wrong with the password, and status 422. Other failures stay failures. */
    public Uni<Response> askAgain(Throwable failure, Account account, Words words, Locale language) {
        return failure instanceof ProblemException problem
                        && !problem.violations().isEmpty()
                ? form(account, words, problem.violations()).chain(form -> html.answer(form, language, REFUSED))
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
