package dev.gatehouse.auth.credential.policy;

import java.util.Arrays;
import java.util.function.Predicate;

/** Cuts a text into words. */
final class Words {
    private static final int SHORTEST = 3;

    private Words() {}

    /** Whether a text is made of words one after the other, and of no more than this many; an empty one is not. */
    static boolean make(String text, Predicate<String> isWord, int most) {
        int[] fewest = new int[text.length() + 1];
        Arrays.fill(fewest, most + 1);
        fewest[0] = 0;
        for (int end = SHORTEST; end <= text.length(); end++) {
            for (int begin = 0; begin <= end - SHORTEST; begin++) {
                if (fewest[begin] < Math.min(most, fewest[end] - 1) && isWord.test(text.substring(begin, end))) {
                    fewest[end] = fewest[begin] + 1;
                }
            }
        }
        return !text.isEmpty() && fewest[text.length()] <= most;
    }
}
