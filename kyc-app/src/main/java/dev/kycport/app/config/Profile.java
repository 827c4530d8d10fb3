package dev.kycport.app.config;

/** How strict an installation is. */
public enum Profile {
    /** Real people: simulated providers, in-memory stores and sandbox numbers are refused. */
    PRODUCTION,
    /** No real people: all of them are allowed. */
    DEVELOPMENT
}
