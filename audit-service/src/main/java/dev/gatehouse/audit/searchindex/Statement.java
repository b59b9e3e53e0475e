package dev.gatehouse.audit.searchindex;

import java.util.List;

/** SQL with its arguments, in order. */
record Statement(String sql, List<Object> arguments) {
    Statement {
        arguments = List.copyOf(arguments);
    }
}
