/**
 * The HTTP interface of the whole suite, as its OpenAPI documents describe it.
 *
 * <p>{@link dev.gatehouse.testbed.contract.Contract} reads the four documents from the running services and merges
 * them. {@link dev.gatehouse.testbed.contract.DialectIT} makes the same mistake at every operation and expects the same
 * answer from all services. {@link dev.gatehouse.testbed.contract.MergedDocumentIT} keeps {@code docs/openapi.json}
 * equal to the merged document.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.testbed.contract;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
