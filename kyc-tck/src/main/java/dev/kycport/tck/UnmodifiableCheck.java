package dev.kycport.tck;

import java.util.List;

/** What somebody does to a list that is not theirs. */
final class UnmodifiableCheck {

    private UnmodifiableCheck() {}

    /** Whether the list let itself be emptied. */
    static boolean isModifiable(List<?> list) {
        try {
            list.clear();
            return true;
        } catch (UnsupportedOperationException unchangeable) {
            return false;
        }
    }
}
