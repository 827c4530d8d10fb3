package dev.kycport.adapter.jdbc;

import dev.kycport.ports.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Facts about stores on one database or the other. */
abstract class GroundFacts {

    Ground ground;
    Stores stores;

    /** A database with nothing in it. */
    abstract Ground ground();

    @BeforeEach
    void open() {
        ground = ground();
        stores = ground.open();
    }

    @AfterEach
    void close() {
        stores.close();
        ground.close();
    }
}
