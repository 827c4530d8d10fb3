package dev.kycport.host.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much of what happens inside is shown on standard error. */
final class Verbosity {

    private boolean high;

    boolean isHigh() {
        return high;
    }

    void raise() {
        high = true;
        if (LoggerFactory.getLogger("dev.kycport") instanceof Logger logger) {
            logger.setLevel(Level.DEBUG);
        }
    }
}
