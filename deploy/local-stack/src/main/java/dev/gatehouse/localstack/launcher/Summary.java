package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.suite.StackAddresses;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** What a person needs when the suite is ready: where it is, how to get in, what to type next. */
record Summary(StackAddresses addresses, Map<String, String> environment) {

    void print(Terminal terminal) throws IOException {
        terminal.line("");
        terminal.line("  Origin     " + addresses.origin(environment));
        terminal.line("  Mailbox    " + addresses.mailbox());
        terminal.line("  Admin      " + StackAddresses.ADMIN_EMAIL);
        terminal.line("  Password   "
                + Files.readString(addresses.adminPasswordFile()).strip());
        terminal.line("             (kept in " + addresses.adminPasswordFile() + ")");
        terminal.line("");
        terminal.line("  Next: ./gatehouse demo      plays a sign-in from a new address, step by step");
        terminal.line("        ./gatehouse status    what runs      ./gatehouse logs [service]    what it says");
    }
}
