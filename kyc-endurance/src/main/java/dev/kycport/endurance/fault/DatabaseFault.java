package dev.kycport.endurance.fault;

import dev.kycport.endurance.system.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL server with a fault that can be started and ended. */
public interface DatabaseFault extends AutoCloseable {

    /** The port at which clients connect. */
    int port();

    void begin() throws Exception;

    void end() throws Exception;

    @Override
    void close() throws IOException;

    /** {@code cut} closes and refuses connections, {@code silent} drops all data, {@code crash} kills the server. */
    static DatabaseFault of(String kind, Path folder) throws IOException {
        return switch (kind) {
            case "cut", "silent" -> new NetworkFault(kind.equals("silent"), TestDatabase.startDurable(folder));
            case "crash" -> new PostgresCrash(folder);
            default -> throw new IllegalArgumentException("expected cut, silent or crash, but got " + kind);
        };
    }

    /** A fault of the network between client and server. */
    final class NetworkFault implements DatabaseFault {

        private final boolean silent;
        private final EmbeddedPostgres server;
        private final FaultyTcpProxy proxy;

        NetworkFault(boolean silent, EmbeddedPostgres server) throws IOException {
            this.silent = silent;
            this.server = server;
            this.proxy = new FaultyTcpProxy(server.getPort());
        }

        @Override
        public int port() {
            return proxy.port();
        }

        @Override
        public void begin() throws IOException {
            if (silent) {
                proxy.silence();
            } else {
                proxy.disconnect();
            }
        }

        @Override
        public void end() throws IOException {
            proxy.restore();
        }

        @Override
        public void close() throws IOException {
            proxy.close();
            server.close();
        }
    }
}
