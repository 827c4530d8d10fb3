package dev.kycport.benchmarks.store;

import java.sql.SQLException;
import java.util.Random;

/** A way to write the rows of one direct-OTP session. */
interface WriteStrategy {

    void writeSession(Random random) throws SQLException;
}
