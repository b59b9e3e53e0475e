package dev.gatehouse.auth;

import dev.gatehouse.chassis.testkit.hostile.LinearTimeOfModule;

/** Of the classes of this module. */
class LinearTimeTest extends LinearTimeOfModule {}
