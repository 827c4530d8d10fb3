package dev.kycport.endurance;

import java.util.Random;

/**
 * How a vendor is today, in parts of a thousand calls.
 *
 * @param slow answered after up to 300 ms
 * @param late answered after longer than anybody waits
 * @param mute heard, acted upon and never answered
 * @param down not acted upon, as the source behind the vendor is down
 */
record Mood(int slow, int late, int mute, int down) {

    /** Answers everything at once. */
    static final Mood GOOD = new Mood(0, 0, 0, 0);

    /** As vendors are. */
    static final Mood CHANGEABLE = new Mood(150, 8, 12, 10);

    private static final int ALL = 1000;

    Whim whim(Random random) {
        int number = random.nextInt(ALL);
        if (number < slow) {
            return Whim.SLOW;
        }
        if (number < slow + late) {
            return Whim.LATE;
        }
        if (number < slow + late + mute) {
            return Whim.MUTE;
        }
        return number < slow + late + mute + down ? Whim.DOWN : Whim.NONE;
    }

    /** What becomes of one call. */
    enum Whim {
        NONE,
        SLOW,
        LATE,
        MUTE,
        DOWN
    }
}
