package dev.kycport.app.config;

/** How strict an installation is. */
public enum Profile {
    /** Real people: providers that only play, and numbers that are none, are refused. */
    PRODUCTION,
    /** Nobody real: both are allowed. */
    DEVELOPMENT
}
