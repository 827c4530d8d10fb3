package dev.kycport.adapter.jdbc.internal.database;

import java.util.Locale;

/** How the constants are written that have no code of their own. */
public final class EnumCodes {

    private EnumCodes() {}

    /** Such as {@code awaiting-code}. */
    public static String codeOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
