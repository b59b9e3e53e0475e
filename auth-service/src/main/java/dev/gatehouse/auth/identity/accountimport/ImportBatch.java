package dev.gatehouse.auth.identity.accountimport;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.BulkAccounts;
import dev.gatehouse.auth.identity.invitation.Invitations;
import dev.gatehouse.auth.session.lifetime.Authority;
import dev.gatehouse.chassis.database.DatabaseFailure;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Imports some lines in one transaction, in which the authority of the administrator is read first. */
@ApplicationScoped
class ImportBatch {
    private final BulkAccounts accounts;
    private final Invitations invitations;
    private final PanacheImportedAccounts imported;
    private final Authority authority;
    private final Transactions transactions;
    private final InstantSource clock;

    ImportBatch(
            BulkAccounts accounts,
            Invitations invitations,
            PanacheImportedAccounts imported,
            Authority authority,
            Transactions transactions,
            InstantSource clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.imported = imported;
        this.authority = authority;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The report of these lines. A batch that loses a race for an address is run again and finds the account. Once
     * begun it is finished, also when the client has gone: a transaction is not cut off in the middle.
     */
    Uni<List<ImportResponse>> run(List<ImportLine> lines, Origin origin) {
        return transactions
                .runToTheEnd(() -> authority.requireAdmin(origin).chain(() -> decide(lines, origin)))
                .onFailure(DatabaseFailure::isDuplicate)
                .retry()
                .atMost(1);
    }

    private Uni<List<ImportResponse>> decide(List<ImportLine> lines, Origin origin) {
        List<String> keys = lines.stream()
                .filter(ImportLine.Valid.class::isInstance)
                .map(line -> ((ImportLine.Valid) line).key())
                .distinct()
                .toList();
        return accounts.byEmailKeys(keys).chain(existing -> imported.digests(
                        existing.values().stream().map(Account::id).toList())
                .chain(digests -> carryOut(ImportPlan.of(lines, existing, digests), origin)));
    }

    private Uni<List<ImportResponse>> carryOut(ImportPlan plan, Origin origin) {
        List<ImportLine.Valid> creations = plan.creations();
        return creations.isEmpty()
                ? Uni.createFrom().item(plan.report(List.of()))
                : accounts.openAll(
                                creations.stream()
                                        .map(ImportLine.Valid::account)
                                        .toList(),
                                origin)
                        .call(created -> imported.add(rows(creations, created)))
                        .call(this::invite)
                        .map(plan::report);
    }

    private List<ImportedAccountRow> rows(List<ImportLine.Valid> creations, List<Account> created) {
        List<ImportedAccountRow> rows = new ArrayList<>();
        for (int i = 0; i < created.size(); i++) {
            rows.add(
                    new ImportedAccountRow(created.get(i).id(), creations.get(i).digest(), clock.instant()));
        }
        return rows;
    }

    /** One after the other, because they share a session. */
    private Uni<Void> invite(List<Account> created) {
        return Multi.createFrom()
                .iterable(created)
                .filter(account -> account.status() == AccountStatus.INVITED)
                .onItem()
                .transformToUniAndConcatenate(invitations::invite)
                .onItem()
                .ignoreAsUni();
    }
}
