package dev.kycport.adapter.jdbc;

import java.util.concurrent.locks.LockSupport;

/** How long work of many transactions holds its breath between two of them. */
final class Breath {

    // About as long as a page takes to be deleted, and longer than SQLite's others sleep before they ask again.
    private static final long NANOS = 25_000_000;

    private Breath() {}

    /** None where rows are locked; where the file is, as long as it takes that others who write come in between. */
    static Runnable of(Dialect dialect) {
        return dialect == Dialect.SQLITE ? () -> LockSupport.parkNanos(NANOS) : () -> {};
    }
}
