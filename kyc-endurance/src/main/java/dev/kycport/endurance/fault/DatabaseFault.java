package dev.kycport.endurance.fault;

import dev.kycport.endurance.system.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A way in which a database goes away and comes back. */
public interface DatabaseFault extends AutoCloseable {

    /** Where the installation finds the database while it is there. */
    int port();

    void begin() throws Exception;

    void end() throws Exception;

    @Override
    void close() throws IOException;

    /** {@code cut}: connections end and none is taken; {@code silent}: nothing answers; {@code crash}: PostgreSQL is killed. */
    static DatabaseFault of(String kind, Path folder) throws IOException {
        return switch (kind) {
            case "cut", "silent" -> new NetworkFault(kind.equals("silent"), TestDatabase.startDurable(folder));
            case "crash" -> new PostgresCrash(folder);
            default -> throw new IllegalArgumentException("cut, silent or crash, not " + kind);
        };
    }

    /** Something is wrong between here and there. */
    final class NetworkFault implements DatabaseFault {

        private final boolean silent;
        private final EmbeddedPostgres server;
        private final FaultyTcpProxy faultyTcpProxy;

        NetworkFault(boolean silent, EmbeddedPostgres server) throws IOException {
            this.silent = silent;
            this.server = server;
            this.faultyTcpProxy = new FaultyTcpProxy(server.getPort());
        }

        @Override
        public int port() {
            return faultyTcpProxy.port();
        }

        @Override
        public void begin() throws IOException {
            if (silent) {
                faultyTcpProxy.silence();
            } else {
                faultyTcpProxy.disconnect();
            }
        }

        @Override
        public void end() throws IOException {
            faultyTcpProxy.restore();
        }

        @Override
        public void close() throws IOException {
            faultyTcpProxy.close();
            server.close();
        }
    }
}
