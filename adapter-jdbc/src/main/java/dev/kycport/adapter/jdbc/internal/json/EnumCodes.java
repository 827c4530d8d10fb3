package dev.kycport.adapter.jdbc.internal.json;

import java.util.Locale;

/** The stored form of enum constants that have no code of their own. */
final class EnumCodes {

    private EnumCodes() {}

    /** Such as {@code awaiting-code}. */
    static String codeOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
