package dev.gatehouse.audit.searchindex;

import dev.gatehouse.audit.address.HostnamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A filter as SQL.
 *
 * <p>A host name means events that carry it and events from addresses that have it today. Each of these is a SELECT of
 * its own that reads no more than a page, instead of an OR that would have to sort everything first.
 *
 * @param addresses those that have the host name today; empty when no name is asked for
 */
record Criteria(EventFilter filter, List<String> addresses) {
    private static final String SELECT = "SELECT occurred_at, idx FROM search_entry FORCE INDEX (%s)%s%s";
    private static final String ORDER = " ORDER BY occurred_at DESC, idx DESC LIMIT ?";

    Criteria {
        addresses = List.copyOf(addresses);
    }

    /** The first positions of this part of the list. */
    SqlStatement positions(ListRange range, int limit) {
        return first(branches(range), limit, ORDER, List.of(limit));
    }

    /** The position with this number (from 1) in this range, without regard to the text. */
    SqlStatement position(ListRange range, int number) {
        List<Conditions> branches = new Criteria(filter.withoutText(), addresses).branches(range);
        return first(branches, number, ORDER + " OFFSET ?", List.of(1, number - 1));
    }

    int width() {
        return 1 + addresses.size();
    }

    private static SqlStatement first(List<Conditions> branches, int each, String order, List<Integer> limits) {
        List<Object> arguments = new ArrayList<>();
        if (branches.size() == 1) {
            Conditions only = branches.getFirst();
            arguments.addAll(only.arguments());
            arguments.addAll(limits);
            return new SqlStatement(SELECT.formatted(only.index(), only.where(), order), arguments);
        }
        for (Conditions branch : branches) {
            arguments.addAll(branch.arguments());
            arguments.add(each);
        }
        arguments.addAll(limits);
        return new SqlStatement(union(branches) + order, arguments);
    }

    private static String union(List<Conditions> branches) {
        return branches.stream()
                .map(branch -> "(" + SELECT.formatted(branch.index(), branch.where(), ORDER) + ")")
                .collect(Collectors.joining(" UNION ALL "));
    }

    private List<Conditions> branches(ListRange range) {
        HostnamePattern pattern = filter.hostname();
        if (pattern == null) {
            return List.of(rest(keys(), range));
        }
        List<Conditions> branches = new ArrayList<>();
        branches.add(rest(keys().ownHostname(pattern), range));
        addresses.forEach(ip -> branches.add(rest(keys().hostnameOf(ip), range)));
        return branches;
    }

    private Conditions keys() {
        return new Conditions()
                .equal("session_id", filter.sessionId(), "search_by_session")
                .equal("actor_id", filter.actorId(), "search_by_actor")
                .equal("account_id", filter.accountId(), "search_by_account")
                .equal("ip", filter.ip(), "search_by_ip");
    }

    private Conditions rest(Conditions keys, ListRange range) {
        return keys.equal("type", filter.type(), "search_by_type")
                .equal("outcome", filter.outcome(), "search_by_outcome")
                .within(filter.from(), filter.to())
                .in(range)
                .containing(filter.text());
    }
}
