/**
 * Benchmarks over the whole suite, packaged as it is shipped and running for real.
 *
 * <p>{@link dev.gatehouse.localstack.bench.BenchCommand} starts a {@link dev.gatehouse.localstack.bench.BenchSuite}
 * with data and ports of its own, lets each {@link dev.gatehouse.localstack.bench.Benchmark} measure, prints its
 * {@link dev.gatehouse.localstack.bench.Figure}s against their goals
 * ({@link dev.gatehouse.localstack.bench.FigureTable}) and writes them as JSON
 * ({@link dev.gatehouse.localstack.bench.BenchReport}). Machines differ, so goals are counts, CPU time or latencies
 * well above the noise; a benchmark is no test, and no test runs one.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
