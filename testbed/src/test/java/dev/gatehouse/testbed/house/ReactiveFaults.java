package dev.gatehouse.testbed.house;

import static dev.gatehouse.testbed.house.PlantedFaultsTest.UNI;
import static dev.gatehouse.testbed.house.PlantedFaultsTest.fault;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Faults that break the {@link ReactiveRules}. */
final class ReactiveFaults {
    private ReactiveFaults() {}

    static Stream<Arguments> all() {
        return Stream.of(firstReactiveFaults(), secondReactiveFaults(), publishedFaults(), transactionFaults())
                .flatMap(faults -> faults);
    }

    private static Stream<Arguments> firstReactiveFaults() {
        return Stream.of(
                fault(
                        "waiting",
                        4,
                        "package io.smallrye.mutiny.groups; public class UniAwait {}",
                        "package dev.gatehouse.auth.a; class A { io.smallrye.mutiny.groups.UniAwait await; }"),
                fault(
                        "sending and forgetting",
                        4,
                        UNI,
                        "package dev.gatehouse.auth.a; class A { void a() { io.smallrye.mutiny.Uni.sendAndForget(); } }"),
                fault(
                        "a subscription of its own",
                        4,
                        "package io.smallrye.mutiny.groups; public class UniSubscribe {}",
                        "package dev.gatehouse.auth.a; class A { io.smallrye.mutiny.groups.UniSubscribe own; }"),
                fault(
                        "a transaction without Transactions",
                        5,
                        "package p; public class Panache { public static void withTransaction() {} }",
                        "package dev.gatehouse.auth.a; class A { void a() { p.Panache.withTransaction(); } }"));
    }

    private static Stream<Arguments> secondReactiveFaults() {
        return Stream.of(
                fault(
                        "a change that the client may cancel",
                        4,
                        "package jakarta.ws.rs; public @interface POST {}",
                        "package io.smallrye.mutiny; public class Uni<T> {}",
                        "package dev.gatehouse.auth.a; class A { @jakarta.ws.rs.POST public"
                                + " io.smallrye.mutiny.Uni<String> a() { return null; } }"),
                fault(
                        "a change whose endpoint blocks",
                        4,
                        "package jakarta.ws.rs; public @interface PUT {}",
                        "package org.jboss.resteasy.reactive.server; public @interface Cancellable { boolean value(); }",
                        "package dev.gatehouse.auth.a; class A { @jakarta.ws.rs.PUT"
                                + " @org.jboss.resteasy.reactive.server.Cancellable(false) public String a() { return null; } }"),
                fault(
                        "a store that opens a transaction",
                        5,
                        "package dev.gatehouse.chassis.database; public class Transactions { public void runSql() {} }",
                        "package dev.gatehouse.auth.a; class SqlA {"
                                + " void a(dev.gatehouse.chassis.database.Transactions t) { t.runSql(); } }"),
                fault(
                        "an annotated transaction",
                        5,
                        "package jakarta.transaction; public @interface Transactional {}",
                        "package dev.gatehouse.auth.a; class A { @jakarta.transaction.Transactional void a() {} }"));
    }

    private static Stream<Arguments> publishedFaults() {
        return Stream.of(fault(
                "an event of a request that reads, which the client may cancel",
                4,
                "package jakarta.ws.rs; public @interface GET {}",
                "package io.smallrye.mutiny; public class Uni<T> {}",
                "package dev.gatehouse.chassis.messaging.event; public class Events { public void publish() {} }",
                "package dev.gatehouse.auth.a; class Reads { dev.gatehouse.chassis.messaging.event.Events events;"
                        + " void read() { Runnable later = () -> events.publish(); later.run(); } }",
                "package dev.gatehouse.auth.a; class A { Reads reads; @jakarta.ws.rs.GET public"
                        + " io.smallrye.mutiny.Uni<String> a() { reads.read(); return null; } }"));
    }

    private static Stream<Arguments> transactionFaults() {
        String uni = "package io.smallrye.mutiny; public class Uni { public static void combine() {} }";
        String connection = "package io.vertx.mutiny.sqlclient; public class SqlConnection {}";
        return Stream.of(
                fault(
                        "statements at once over the connection of a transaction",
                        21,
                        uni,
                        connection,
                        "package dev.gatehouse.auth.a; class SqlA { void a(io.vertx.mutiny.sqlclient.SqlConnection tx) {"
                                + " Runnable r = () -> io.smallrye.mutiny.Uni.combine(); } }"),
                fault(
                        "a native query of a session",
                        22,
                        "package org.hibernate.reactive.mutiny; public class Session { public void createNativeQuery() {} }",
                        "package dev.gatehouse.auth.a; class PanacheA {"
                                + " void a(org.hibernate.reactive.mutiny.Session s) { s.createNativeQuery(); } }"),
                fault(
                        "statements at once in a transaction that begins here",
                        21,
                        uni,
                        "package dev.gatehouse.chassis.database; public class Transactions {"
                                + " public void runSql(Runnable work) {} }",
                        "package dev.gatehouse.auth.a; class A { void a(dev.gatehouse.chassis.database.Transactions t) {"
                                + " t.runSql(() -> io.smallrye.mutiny.Uni.combine()); } }"));
    }
}
