package dev.kycport.adapter.jdbc;

import java.util.Locale;

/** How the constants are written that have no code of their own. */
final class Words {

    private Words() {}

    /** Such as {@code awaiting-code}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
