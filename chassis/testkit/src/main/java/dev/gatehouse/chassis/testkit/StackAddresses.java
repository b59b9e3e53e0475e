package dev.gatehouse.chassis.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Where the parts of the stack are, as its program says on its first line. */
record StackAddresses(
        String dbHost, int dbPort, Map<String, String> dbPasswords, String kafka, int smtpPort, int mailboxPort) {

    static StackAddresses parse(String line) {
        try {
            return new ObjectMapper().readValue(line, StackAddresses.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The stack did not say where it is", unreadable);
        }
    }

    StackAddresses withDatabaseOn(int port) {
        return new StackAddresses("127.0.0.1", port, dbPasswords, kafka, smtpPort, mailboxPort);
    }

    String password(String user) {
        String password = dbPasswords.get(user);
        if (password == null) {
            throw new IllegalArgumentException("The stack has no database user " + user);
        }
        return password;
    }
}
