/**
 * What each agent wants to be told, and where: in the app, by mail, both or not at all.
 *
 * <p>Owns the tables {@code preference} (one row per agent) and {@code preference_default} (one row: what new agents
 * start with, and which kinds nobody may switch off). An agent's row is a copy of the defaults of the moment in which
 * the agent was first heard of, so a later change of the defaults concerns new agents only; a kind that a row does not
 * mention has the default of today.
 *
 * <p>Kinds that protect the account itself are mandatory always; others by the choice of an administrator, and then at
 * once for everybody. A mandatory kind is told in the app and by mail, whatever a row says.
 *
 * <p>Every change is an event with before and after: switching notifications off is what a thief does first.
 */
@NullMarked
@CheckReturnValue
package dev.gatehouse.notification.preference;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
