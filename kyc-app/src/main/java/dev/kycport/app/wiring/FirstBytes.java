package dev.kycport.app.wiring;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file as if it ended after so many bytes. */
final class FirstBytes extends FilterInputStream {

    private long left;

    FirstBytes(InputStream all, long length) {
        super(all);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        int next = left == 0 ? -1 : super.read();
        left -= next < 0 ? 0 : 1;
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = super.read(into, offset, (int) Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(super.available(), left);
    }
}
