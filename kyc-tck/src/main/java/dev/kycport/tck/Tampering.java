package dev.kycport.tck;

import java.util.List;

/** What somebody does to a list that is not theirs. */
final class Tampering {

    private Tampering() {}

    /** Whether the list let itself be emptied. */
    static boolean with(List<?> list) {
        try {
            list.clear();
            return true;
        } catch (UnsupportedOperationException unchangeable) {
            return false;
        }
    }
}
