package dev.gatehouse.chassis.mail;

import dev.gatehouse.chassis.testkit.hostile.SecretsOfModule;

/** Of the classes of this module. */
class SecretsTest extends SecretsOfModule {}
