package dev.gatehouse.localstack.process;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps Ctrl-C and a closed terminal from the children.
 *
 * <p>Both go to every process of the terminal at once, but the stack ends its parts in an order of its own. A signal
 * that is ignored when a program starts stays ignored; the shell replaces itself, so the process id is the program's.
 */
final class Shield {
    private static final boolean UNIX = File.separatorChar == '/';

    private Shield() {}

    static List<String> around(List<String> command) {
        if (!UNIX) {
            return command;
        }
        List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
        shielded.addAll(command);
        return shielded;
    }
}
