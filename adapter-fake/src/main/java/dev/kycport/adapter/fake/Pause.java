package dev.kycport.adapter.fake;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How time is spent; tests spend none. */
interface Pause {

    Pause SLEEPING = length -> TimeUnit.NANOSECONDS.sleep(length.toNanos());

    void take(Duration length) throws InterruptedException;
}
