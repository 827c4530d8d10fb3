package dev.kycport.app.config;

/** How strict an installation is. */
public enum Profile {
    /** Real people: providers that only play, stores that do not last, and numbers that are none, are refused. */
    PRODUCTION,
    /** Nobody real: all are allowed. */
    DEVELOPMENT
}
