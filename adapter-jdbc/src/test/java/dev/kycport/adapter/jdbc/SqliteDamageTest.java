package dev.kycport.adapter.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteDamageTest extends DamageFacts {

    @TempDir
    private Path folder;

    @Override
    Ground ground() {
        return SqliteGround.in(folder);
    }
}
