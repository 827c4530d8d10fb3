package dev.kycport.adapter.fake;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How time is spent; tests spend none. */
interface Sleeper {

    Sleeper SLEEPING = length -> TimeUnit.NANOSECONDS.sleep(length.toNanos());

    void sleep(Duration length) throws InterruptedException;
}
