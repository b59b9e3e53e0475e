package dev.gatehouse.audit;

import dev.gatehouse.chassis.testkit.hostile.LinearTimeOfModule;

/** Of the classes of this module. */
class LinearTimeTest extends LinearTimeOfModule {}
