package dev.gatehouse.auth.credential.policy;

import dev.gatehouse.contracts.identity.AccountKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The policy of one kind of account; the migration makes the rows. */
@Entity
@Table(name = "password_policy")
class PolicyRow {
    @Id
    @Enumerated(EnumType.STRING)
    AccountKind kind;

    @Enumerated(EnumType.STRING)
    PasswordPolicy.Preset preset;

    @Column(name = "min_length")
    int minLength;

    @Column(name = "needs_lowercase")
    boolean needsLowercase;

    @Column(name = "needs_uppercase")
    boolean needsUppercase;

    @Column(name = "needs_digit")
    boolean needsDigit;

    @Column(name = "needs_symbol")
    boolean needsSymbol;

    @Column(name = "max_age_days")
    @Nullable
    Integer maxAgeDays;

    int history;

    @Column(name = "block_common")
    boolean blockCommon;

    @Column(name = "block_personal")
    boolean blockPersonal;

    @Column(name = "min_strength")
    int minStrength;

    long version;

    /** For Hibernate. */
    PolicyRow() {}

    PasswordPolicy policy() {
        return new PasswordPolicy(
                preset,
                minLength,
                new PasswordPolicy.Mixture(needsLowercase, needsUppercase, needsDigit, needsSymbol),
                maxAgeDays == null ? null : Duration.ofDays(maxAgeDays),
                history,
                blockCommon,
                blockPersonal,
                minStrength);
    }

    void update(PasswordPolicy next) {
        preset = next.preset();
        minLength = next.minLength();
        needsLowercase = next.mixture().lowercase();
        needsUppercase = next.mixture().uppercase();
        needsDigit = next.mixture().digit();
        needsSymbol = next.mixture().symbol();
        Duration age = next.maxAge();
        maxAgeDays = age == null ? null : Math.toIntExact(age.toDays());
        history = next.history();
        blockCommon = next.blockCommon();
        blockPersonal = next.blockPersonal();
        minStrength = next.minStrength();
        version++;
    }
}
