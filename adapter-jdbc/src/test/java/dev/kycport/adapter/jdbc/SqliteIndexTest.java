package dev.kycport.adapter.jdbc;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class SqliteIndexTest extends IndexFacts {

    @TempDir
    private Path folder;

    // Statistics are read when a connection is opened.
    @Override
    Database filled(List<String> statements) {
        SqliteGround ground = SqliteGround.in(folder);
        ground.open().close();
        statements.forEach(ground::tamper);
        return ground.database(ground.settings());
    }
}
