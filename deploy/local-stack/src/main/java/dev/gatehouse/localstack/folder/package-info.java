/**
 * Where the local stack keeps things, all under one ignored folder of the checkout.
 *
 * <p>{@code cache} holds what can be made again (unpacked database binaries, class archives) and is shared by all runs;
 * {@code data} holds what a person would miss (databases, topics, mails, secrets, logs); {@code tmp} holds one folder
 * per throw-away run, named by its process id. Never the system temporary folder: MariaDB treats data there as
 * disposable.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.localstack.folder;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
