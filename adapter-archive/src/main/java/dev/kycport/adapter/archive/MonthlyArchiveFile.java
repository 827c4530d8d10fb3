package dev.kycport.adapter.archive;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.files.OwnerOnlyFiles;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * One month of the archive: lines of JSON, compressed. Each append is a gzip member of its own, and whatever reads gzip reads
 * them one after the other. Before it, the length is noted beside the file: an append that broke off is cut off by the next.
 */
record MonthlyArchiveFile(Path folder, YearMonth month) {

    private static final Pattern NAME = Pattern.compile("([0-9]{4}-[0-9]{2})\\.jsonl\\.gz");

    private static final String END = "\n";

    /** Every one that is there. */
    static List<MonthlyArchiveFile> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> new MonthlyArchiveFile(folder, YearMonth.parse(name.group(1))))
                    .toList();
        }
    }

    /** When nothing is put into it any more. */
    Instant end() {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Adds the lines; they are on the disk when this returns. */
    void append(List<String> lines) throws IOException {
        repair();
        OwnerOnlyFiles.createFile(path());
        OwnerOnlyFiles.createFile(lengthFile());
        write(lengthFile(), out -> out.write((Files.size(path()) + END).getBytes(StandardCharsets.UTF_8)));
        OwnerOnlyFiles.syncFolder(folder);
        write(path(), out -> compress(lines, out));
        Files.delete(lengthFile());
        OwnerOnlyFiles.syncFolder(folder);
    }

    /** Whether a line of it is about one of them. */
    boolean containsAny(Set<SubjectRef> subjects) throws IOException {
        long length = completeLength();
        if (subjects.isEmpty() || length == 0) {
            return false;
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        new BufferedInputStream(new BoundedFileStream(Files.newInputStream(path()), length))),
                StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(new SubjectMatcher(subjects)::matches);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    void delete() throws IOException {
        Files.delete(path());
        Files.deleteIfExists(lengthFile());
        OwnerOnlyFiles.syncFolder(folder);
    }

    private void repair() throws IOException {
        if (Files.exists(lengthFile())) {
            if (completeLength() < Files.size(path())) {
                truncate(completeLength());
            }
            Files.delete(lengthFile());
        }
    }

    // How much of it is no append that broke off. A note that was not finished is about one that was not begun.
    private long completeLength() throws IOException {
        String noted = Files.exists(lengthFile()) ? Files.readString(lengthFile()) : "";
        return noted.endsWith(END) ? Long.parseLong(noted.strip()) : Files.size(path());
    }

    private void truncate(long length) throws IOException {
        try (FileChannel channel = FileChannel.open(path(), StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }

    private Path path() {
        return folder.resolve(month + ".jsonl.gz");
    }

    private Path lengthFile() {
        return folder.resolve(month + ".open");
    }

    private static void compress(List<String> lines, OutputStream out) throws IOException {
        GZIPOutputStream gzip = new GZIPOutputStream(out);
        for (String line : lines) {
            gzip.write(line.getBytes(StandardCharsets.UTF_8));
            gzip.write('\n');
        }
        gzip.finish();
    }

    private static void write(Path file, ContentWriter contentWriter) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            contentWriter.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private interface ContentWriter {
        void writeTo(OutputStream out) throws IOException;
    }
}
