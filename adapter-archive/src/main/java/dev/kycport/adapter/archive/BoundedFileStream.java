package dev.kycport.adapter.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file as if it ended after so many bytes. */
final class BoundedFileStream extends FilterInputStream {

    private long remaining;

    BoundedFileStream(InputStream all, long length) {
        super(all);
        this.remaining = length;
    }

    @Override
    public int read() throws IOException {
        int next = remaining == 0 ? -1 : super.read();
        remaining -= next < 0 ? 0 : 1;
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (remaining == 0) {
            return -1;
        }
        int read = super.read(into, offset, (int) Math.min(length, remaining));
        remaining -= Math.max(read, 0);
        return read;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(super.available(), remaining);
    }
}
