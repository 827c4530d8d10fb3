package dev.kycport.adapter.feign.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to give more than so many bytes. */
public final class LimitedInputStream extends FilterInputStream {

    private long remaining;

    public LimitedInputStream(InputStream stream, long limit) {
        super(stream);
        this.remaining = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws LimitExceededException {
        remaining -= bytes;
        if (remaining < 0) {
            throw new LimitExceededException();
        }
    }

    /** There is more than was allowed. */
    public static final class LimitExceededException extends IOException {

        public LimitExceededException() {
            super("more bytes than allowed");
        }
    }
}
