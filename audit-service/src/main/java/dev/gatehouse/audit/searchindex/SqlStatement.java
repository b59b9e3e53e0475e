package dev.gatehouse.audit.searchindex;

import java.util.List;

/** SQL with its arguments, in order. */
record SqlStatement(String sql, List<Object> arguments) {
    SqlStatement {
        arguments = List.copyOf(arguments);
    }
}
