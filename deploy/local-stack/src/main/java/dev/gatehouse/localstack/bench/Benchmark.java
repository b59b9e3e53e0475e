package dev.gatehouse.localstack.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Something that is measured over the running suite. */
interface Benchmark {
    /** By which it is asked for. */
    String name();

    /** Warms up, measures, and returns when nothing of it is under way any more. */
    List<Figure> run(BenchSuite suite) throws IOException, SQLException;
}
