package dev.kycport.adapter.uidai;

import dev.kycport.adapter.uidai.internal.document.DocumentText;
import dev.kycport.adapter.uidai.internal.document.Refusal;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.evidence.ShareCode;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;

/**
 * The offline e-KYC archive: one XML, encrypted with the share code. Reads the entry itself and never the directory of the
 * archive, so that the two cannot contradict each other; writes nothing to disk.
 */
final class OfflineArchive {

    private static final int MAX_BYTES = 2 * 1024 * 1024;

    /** Text in base64 shrinks to three quarters, and no XML to less than a fiftieth. */
    private static final int MAX_RATIO = 50;

    private static final int BUFFER = 8192;
    private static final Pattern PATH = Pattern.compile("[/\\\\:]|\\.\\.");

    private final Bytes archive;
    private final Optional<ShareCode> shareCode;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    private OfflineArchive(Bytes archive, Optional<ShareCode> shareCode) {
        this.archive = archive;
        this.shareCode = shareCode;
    }

    /** The one file in the archive. */
    static Either<Refusal, byte[]> open(Bytes archive, Optional<ShareCode> shareCode) {
        return archive.size() > MAX_BYTES
                ? Either.left(Refusal.unreadable("is larger than an offline e-KYC archive"))
                : new OfflineArchive(archive, shareCode).open();
    }

    private Either<Refusal, byte[]> open() {
        char[] password = shareCode.map(code -> code.reveal().toCharArray()).orElseGet(() -> new char[0]);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.toArray()), password)) {
            LocalFileHeader entry = zip.getNextEntry();
            if (entry == null || entry.isDirectory() || isPath(entry.getFileName())) {
                return Either.left(Refusal.unreadable("is an archive whose first entry is not a plain file"));
            }
            return entry(zip, entry);
        } catch (ZipException failure) {
            return Either.left(refusal(failure));
        } catch (IOException | RuntimeException damaged) {
            // zip4j also throws what its arithmetic on broken headers throws.
            return Either.left(Refusal.unreadable("is a damaged archive"));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Either<Refusal, byte[]> entry(ZipInputStream zip, LocalFileHeader entry) throws IOException {
        try {
            if (!readAll(zip)) {
                return Either.left(Refusal.unreadable("is an archive that grows too much when it is opened"));
            }
        } catch (IOException failure) {
            return Either.left(isWrongKey(entry) ? wrongCode() : Refusal.unreadable("is a damaged archive"));
        }
        return zip.getNextEntry() == null
                ? Either.right(content.toByteArray())
                : Either.left(Refusal.unreadable("is an archive with more than one file"));
    }

    private boolean readAll(ZipInputStream zip) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long most = Math.min(MAX_BYTES, (long) MAX_RATIO * archive.size());
        for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
            content.write(buffer, 0, count);
            if (content.size() > most) {
                return false;
            }
        }
        return true;
    }

    /**
     * One wrong code in 256 passes the check byte of ZipCrypto, and one in 65536 that of AES. What such a code decrypts fails
     * later and does not begin like an XML.
     */
    private boolean isWrongKey(LocalFileHeader entry) {
        return entry.isEncrypted() && !DocumentText.isXml(content.toByteArray());
    }

    private Refusal refusal(ZipException failure) {
        return failure.getType() == ZipException.Type.WRONG_PASSWORD
                ? wrongCode()
                : Refusal.unreadable("is a damaged archive");
    }

    private Refusal wrongCode() {
        return Refusal.wrongShareCode(
                shareCode.isPresent() ? "does not open with this share code" : "needs its share code to open");
    }

    private static boolean isPath(String name) {
        return PATH.matcher(name).find();
    }
}
