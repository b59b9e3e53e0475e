/**
 * The import of accounts from another system: a stream of any length, in constant memory.
 *
 * <p>Owns {@code POST /admin/api/v1/accounts/import} and the table {@code imported_account}.
 *
 * <ol>
 *   <li>{@link dev.gatehouse.auth.identity.accountimport.AccountImportResource} hands over the body as it arrives;
 *   <li>{@link dev.gatehouse.auth.identity.accountimport.AccountImport} cuts it into
 *       {@link dev.gatehouse.auth.identity.accountimport.Lines} and these into batches;
 *   <li>{@link dev.gatehouse.auth.identity.accountimport.ImportLine} is an
 *       {@link dev.gatehouse.auth.identity.accountimport.ImportRequest} as it was read;
 *   <li>{@link dev.gatehouse.auth.identity.accountimport.ImportBatch} reads the authority of the administrator, and
 *       carries the {@link dev.gatehouse.auth.identity.accountimport.ImportPlan} out, in one transaction;
 *   <li>each line is answered with an {@link dev.gatehouse.auth.identity.accountimport.ImportResponse}.
 * </ol>
 *
 * <p>Invariants: an account that exists is never changed; what was reported as created is committed; the same body can
 * be sent again, and its lines that were imported are unchanged, because the digest of the line is kept with the
 * account ({@link dev.gatehouse.auth.identity.accountimport.PanacheImportedAccounts}); a batch without authority writes
 * nothing and ends the import.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.accountimport;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
