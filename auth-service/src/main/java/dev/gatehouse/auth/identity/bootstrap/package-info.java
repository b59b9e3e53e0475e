/**
 * The first administrator of a new installation, from the operator's configuration.
 *
 * <p>At start, while nobody has the admin right, the agent named by {@code GATEHOUSE_AUTH_FIRST_ADMIN_EMAIL} is created
 * with the password in the file {@code GATEHOUSE_AUTH_FIRST_ADMIN_PASSWORD_FILE}. As soon as there is an administrator
 * neither is looked at again, so the file can be deleted. A setting that cannot work stops the start with a sentence
 * that says why; two replicas that start at once agree by the unique e-mail address.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.auth.identity.bootstrap;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
