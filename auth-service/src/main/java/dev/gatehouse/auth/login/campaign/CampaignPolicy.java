package dev.gatehouse.auth.login.campaign;

/** Decides when a campaign begins and ends: pure. */
final class CampaignPolicy {
    private CampaignPolicy() {}

    /**
     * The failed logins of strangers lately.
     *
     * @param accounts e-mail addresses that were tried in vain
     * @param networks networks from which logins failed
     */
    record Failures(int accounts, int networks) {
        private int most() {
            return Math.max(accounts, networks);
        }
    }

    /** What changes. */
    enum Decision {
        /** A campaign begins. */
        BEGIN,
        /** It ends. */
        END,
        /** Nothing changes. */
        KEEP
    }

    /** A campaign ends at half of the threshold, so that it does not begin and end again and again. */
    static Decision decide(Failures failures, int threshold, boolean on) {
        if (on) {
            return failures.most() * 2 < threshold ? Decision.END : Decision.KEEP;
        }
        return failures.most() >= threshold ? Decision.BEGIN : Decision.KEEP;
    }
}
