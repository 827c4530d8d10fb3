package dev.kycport.endurance.vendor;

import java.util.Random;

/**
 * How often the vendor shows each fault, in calls per thousand.
 *
 * @param slow answered after up to 300 ms
 * @param late answered after the read timeout
 * @param noReply carried out and never answered
 * @param sourceDown not carried out, since the source behind the vendor is down
 */
public record VendorFaultProfile(int slow, int late, int noReply, int sourceDown) {

    /** Answers every call at once. */
    public static final VendorFaultProfile NONE = new VendorFaultProfile(0, 0, 0, 0);

    /** The faults of a real vendor. */
    public static final VendorFaultProfile REALISTIC = new VendorFaultProfile(150, 8, 12, 10);

    private static final int TOTAL = 1000;

    Fault randomFault(Random random) {
        int number = random.nextInt(TOTAL);
        if (number < slow) {
            return Fault.SLOW;
        }
        if (number < slow + late) {
            return Fault.LATE;
        }
        if (number < slow + late + noReply) {
            return Fault.NO_REPLY;
        }
        return number < slow + late + noReply + sourceDown ? Fault.SOURCE_DOWN : Fault.NONE;
    }

    /** The fault of one call. */
    enum Fault {
        NONE,
        SLOW,
        LATE,
        NO_REPLY,
        SOURCE_DOWN
    }
}
