package dev.gatehouse.notification;

import dev.gatehouse.chassis.testkit.hostile.SecretsOfModule;

/** Of the classes of this module. */
class SecretsTest extends SecretsOfModule {}
