package dev.kycport.domain.identity;

/**
 * The check digit of Aadhaar numbers and VIDs (J. Verhoeff, <i>Error Detecting Decimal Codes</i>, 1969): catches every single
 * wrong digit and every swap of neighbours. Both tables follow from the dihedral group D5 and one permutation.
 */
final class Verhoeff {

    private static final int[][] PRODUCT = product();
    private static final int[][] PERMUTATION = permutation();

    private Verhoeff() {}

    /** Whether the last of these ASCII digits checks all before it. */
    static boolean isValid(String digits) {
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            check = PRODUCT[check][PERMUTATION[i % 8][digit]];
        }
        return check == 0;
    }

    // D5: 0-4 are turns of a pentagon, 5-9 its reflections.
    private static int[][] product() {
        int[][] table = new int[10][10];
        for (int a = 0; a < 10; a++) {
            for (int b = 0; b < 10; b++) {
                int turn = a < 5 ? a + b : a - b;
                int half = (a < 5) == (b < 5) ? 0 : 5;
                table[a][b] = Math.floorMod(turn, 5) + half;
            }
        }
        return table;
    }

    // Row i is the permutation applied i times.
    private static int[][] permutation() {
        int[][] table = new int[8][10];
        int[] once = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
        for (int digit = 0; digit < 10; digit++) {
            table[0][digit] = digit;
        }
        for (int i = 1; i < 8; i++) {
            for (int digit = 0; digit < 10; digit++) {
                table[i][digit] = once[table[i - 1][digit]];
            }
        }
        return table;
    }
}
