package dev.kycport.endurance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A way in which a database goes away and comes back. */
interface Interruption extends AutoCloseable {

    /** Where the installation finds the database while it is there. */
    int port();

    void begin() throws Exception;

    void end() throws Exception;

    @Override
    void close() throws IOException;

    /** {@code cut}: connections end and none is taken; {@code silent}: nothing answers; {@code crash}: PostgreSQL is killed. */
    static Interruption of(String kind, Path folder) throws IOException {
        return switch (kind) {
            case "cut", "silent" -> new OfCable(kind.equals("silent"), TestDatabase.durable(folder));
            case "crash" -> new Crash(folder);
            default -> throw new IllegalArgumentException("cut, silent or crash, not " + kind);
        };
    }

    /** Something is wrong between here and there. */
    final class OfCable implements Interruption {

        private final boolean silent;
        private final EmbeddedPostgres server;
        private final Cable cable;

        OfCable(boolean silent, EmbeddedPostgres server) throws IOException {
            this.silent = silent;
            this.server = server;
            this.cable = new Cable(server.getPort());
        }

        @Override
        public int port() {
            return cable.port();
        }

        @Override
        public void begin() throws IOException {
            if (silent) {
                cable.silence();
            } else {
                cable.cut();
            }
        }

        @Override
        public void end() throws IOException {
            cable.mend();
        }

        @Override
        public void close() throws IOException {
            cable.close();
            server.close();
        }
    }
}
