package dev.gatehouse.auth.identity.account;

import dev.gatehouse.contracts.problem.ProblemType;

/** The outcome of a change to an account. */
public sealed interface AccountOutcome {
    /** The account after the change, or as it was if there was nothing to change. */
    record Done(Account account) implements AccountOutcome {}

    /** Nothing was changed. */
    record Refused(Refusal why) implements AccountOutcome {}

    /** Why nothing was changed. */
    enum Refusal {
        /** There is no such account. */
        UNKNOWN("unknown_account", ProblemType.NOT_FOUND, "There is no such account."),
        /** It was changed since the client read it. */
        STALE("stale", ProblemType.PRECONDITION_FAILED, "It was changed since you read it: read it again first."),
        /** It was erased. */
        ERASED("erased", ProblemType.CONFLICT, "The account was erased: nothing of it can be changed."),
        /** It is active already. */
        ACTIVE("active", ProblemType.CONFLICT, "The account is active already."),
        /** It is disabled. */
        DISABLED("disabled", ProblemType.CONFLICT, "The account is disabled."),
        /** It is not the account of an agent. */
        NOT_AN_AGENT("not_an_agent", ProblemType.VALIDATION_FAILED, "Only an agent can be administrator."),
        /** It has no password yet, so it cannot be made active by hand. */
        INVITED("invited", ProblemType.CONFLICT, "The account becomes active when its invitation is accepted."),
        /** The password that was proven is not the password any more. */
        PASSWORD_CHANGED(
                "password_changed",
                ProblemType.CONFLICT,
                "The password was changed meanwhile: sign in with the new one."),
        /** Another account has the address. */
        EMAIL_TAKEN("email_taken", ProblemType.EMAIL_TAKEN, "Another account has this e-mail address."),
        /** It is the last active administrator. */
        LAST_ADMIN(
                "last_admin",
                ProblemType.LAST_ADMIN,
                "Make another agent administrator first, and not only for the next days."),
        /** It is the administrator's own account. */
        OWN_ADMIN_RIGHT("own_admin_right", ProblemType.OWN_ADMIN_RIGHT, "Ask another administrator to do it.");

        private final String code;
        private final ProblemType problem;
        private final String detail;

        Refusal(String code, ProblemType problem, String detail) {
            this.code = code;
            this.problem = problem;
            this.detail = detail;
        }

        /** The reason in events. */
        public String code() {
            return code;
        }

        /** The problem type of the HTTP response. */
        public ProblemType problem() {
            return problem;
        }

        /** The problem detail of the HTTP response. */
        public String detail() {
            return detail;
        }
    }
}
