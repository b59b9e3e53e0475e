package dev.gatehouse.testbed.house;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule with its number in the house style.
 *
 * @param name what it says, in a few words
 */
record Rule(int number, String name, ArchRule check) {
    @Override
    public String toString() {
        return "(" + number + ") " + name;
    }
}
