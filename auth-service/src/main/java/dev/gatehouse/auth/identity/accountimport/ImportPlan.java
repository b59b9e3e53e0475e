package dev.gatehouse.auth.identity.accountimport;

import dev.gatehouse.auth.identity.account.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Decides for each line of a batch whether its account is created. */
record ImportPlan(List<Step> steps) {
    /** Copies. */
    ImportPlan {
        steps = List.copyOf(steps);
    }

    /**
     * An account is never overwritten: a line whose address has an account is unchanged if the same line created it,
     * and refused otherwise.
     *
     * @param existing by compared address
     * @param imported the digests of the lines that created accounts, by account
     */
    static ImportPlan of(List<ImportLine> lines, Map<String, Account> existing, Map<UUID, String> imported) {
        Map<String, ImportLine.Valid> first = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (ImportLine line : lines) {
            steps.add(
                    switch (line) {
                        case ImportLine.Invalid invalid ->
                            new Step.Report(ImportResponse.refused(invalid.number(), invalid.why()));
                        case ImportLine.Valid valid ->
                            Optional.ofNullable(existing.get(valid.key()))
                                    .map(account -> again(valid, account, imported))
                                    .orElseGet(() -> create(valid, first));
                    });
        }
        return new ImportPlan(steps);
    }

    /** The lines whose accounts are created, in order. */
    List<ImportLine.Valid> creations() {
        return steps.stream()
                .filter(Step.Create.class::isInstance)
                .map(step -> ((Step.Create) step).line())
                .toList();
    }

    /** The report, once these accounts were created in the order of {@link #creations}. */
    List<ImportResponse> report(List<Account> created) {
        Map<String, UUID> ids = new HashMap<>();
        for (int i = 0; i < created.size(); i++) {
            ids.put(creations().get(i).key(), created.get(i).id());
        }
        return steps.stream().map(step -> step.report(ids)).toList();
    }

    private static Step again(ImportLine.Valid line, Account account, Map<UUID, String> imported) {
        return new Step.Report(
                line.digest().equals(imported.get(account.id()))
                        ? ImportResponse.unchanged(line.number(), account.id())
                        : ImportResponse.taken(line.number()));
    }

    private static Step create(ImportLine.Valid line, Map<String, ImportLine.Valid> first) {
        ImportLine.Valid earlier = first.putIfAbsent(line.key(), line);
        if (earlier == null) {
            return new Step.Create(line);
        }
        return earlier.digest().equals(line.digest())
                ? new Step.Repeat(line)
                : new Step.Report(ImportResponse.taken(line.number()));
    }

    /** What is done for one line. */
    sealed interface Step {
        ImportResponse report(Map<String, UUID> created);

        /** Its account is created. */
        record Create(ImportLine.Valid line) implements Step {
            @Override
            public ImportResponse report(Map<String, UUID> created) {
                return ImportResponse.created(line.number(), ids(created, line));
            }
        }

        /** An earlier line of the batch says the same. */
        record Repeat(ImportLine.Valid line) implements Step {
            @Override
            public ImportResponse report(Map<String, UUID> created) {
                return ImportResponse.unchanged(line.number(), ids(created, line));
            }
        }

        /** Nothing is done. */
        record Report(ImportResponse response) implements Step {
            @Override
            public ImportResponse report(Map<String, UUID> created) {
                return response;
            }
        }

        private static UUID ids(Map<String, UUID> created, ImportLine.Valid line) {
            return Optional.ofNullable(created.get(line.key())).orElseThrow();
        }
    }
}
