package dev.kycport.adapter.uidai.internal.qr;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts thousands of decimal digits. The JDK's own conversion takes time that grows with the square of the digits, and for a
 * Secure QR ten times as long as checking its signature; halves that are multiplied together take a fraction of that.
 */
final class DecimalNumber {

    /** So many digits the JDK converts as fast. */
    private static final int SHORT = 128;

    /** 10 to the power of 128, 256, 512 and so on; the last one halves the longest text. */
    private static final List<BigInteger> POWERS = powers();

    private DecimalNumber() {}

    /** The number in these digits, which are at most 8192. */
    static BigInteger parse(String digits) {
        return parse(digits, POWERS.size() - 1);
    }

    private static BigInteger parse(String digits, int level) {
        int low = SHORT << Math.max(level, 0);
        if (digits.length() <= SHORT) {
            return new BigInteger(digits);
        }
        if (digits.length() <= low) {
            return parse(digits, level - 1);
        }
        int split = digits.length() - low;
        return parse(digits.substring(0, split), level)
                .multiply(POWERS.get(level))
                .add(parse(digits.substring(split), level - 1));
    }

    private static List<BigInteger> powers() {
        List<BigInteger> powers = new ArrayList<>();
        BigInteger power = BigInteger.TEN.pow(SHORT);
        for (int digits = SHORT; digits <= SHORT << 5; digits *= 2) {
            powers.add(power);
            power = power.multiply(power);
        }
        return List.copyOf(powers);
    }
}
