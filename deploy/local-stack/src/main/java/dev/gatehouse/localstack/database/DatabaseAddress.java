package dev.gatehouse.localstack.database;

/** Where the database server listens. */
public record DatabaseAddress(String host, int port) {}
