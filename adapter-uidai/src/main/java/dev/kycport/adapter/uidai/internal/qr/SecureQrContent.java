package dev.kycport.adapter.uidai.internal.qr;

import dev.kycport.adapter.uidai.internal.document.ContactHashes;
import dev.kycport.adapter.uidai.internal.document.FieldParser;
import dev.kycport.adapter.uidai.internal.document.HolderFields;
import dev.kycport.adapter.uidai.internal.document.ParsedDocument;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.identity.AadhaarHolder;
import dev.kycport.domain.identity.Address;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The signed bytes of a Secure QR: fields parted by the byte FF, the photo, and up to two hashes. The photo holds FF too, so
 * only the head is parted, and a field that holds FF shows as a photo that does not begin where it should.
 */
public final class SecureQrContent {

    private static final byte SEPARATOR = (byte) 0xFF;
    private static final int HASH_BYTES = 32;
    private static final Pattern VERSION = Pattern.compile("V[0-9]{1,2}");
    private static final Pattern INDICATOR = Pattern.compile("[0-3]");
    private static final Pattern PIN = Pattern.compile("[0-9]{6}|");

    private static final Map<String, Address.Part> ADDRESS = Map.ofEntries(
            Map.entry("careOf", Address.Part.CARE_OF),
            Map.entry("district", Address.Part.DISTRICT),
            Map.entry("landmark", Address.Part.LANDMARK),
            Map.entry("house", Address.Part.HOUSE),
            Map.entry("locality", Address.Part.LOCALITY),
            Map.entry("pin", Address.Part.PIN),
            Map.entry("postOffice", Address.Part.POST_OFFICE),
            Map.entry("state", Address.Part.STATE),
            Map.entry("street", Address.Part.STREET),
            Map.entry("subDistrict", Address.Part.SUB_DISTRICT),
            Map.entry("vtc", Address.Part.VTC));

    private final byte[] content;
    private final Map<String, String> fields = new HashMap<>();
    private int at;

    public SecureQrContent(byte[] content) {
        this.content = content.clone();
    }

    /** The version that the content names, {@code V1} if it begins without one, or {@code unknown}. */
    public String version() {
        String first = field(0);
        if (INDICATOR.matcher(first).matches()) {
            return "V1";
        }
        return VERSION.matcher(first).matches() ? first : "unknown";
    }

    /** What the content says; empty if its version or the form of a field is not known. */
    public Optional<ParsedDocument> read() {
        return SecureQrLayout.of(version()).flatMap(this::read);
    }

    private Optional<ParsedDocument> read(SecureQrLayout layout) {
        at = 0;
        for (String name : layout.fields()) {
            String text = field(at);
            fields.put(name, text);
            at += text.length() + 1;
        }
        Optional<Instant> generatedAt = FieldParser.referenceTime(text("reference"));
        boolean known = INDICATOR.matcher(text("indicator")).matches()
                && PIN.matcher(text("pin")).matches()
                && photoEnd() > at;
        if (!known || generatedAt.isEmpty()) {
            return Optional.empty();
        }
        Bytes photo = Bytes.of(Arrays.copyOfRange(content, at, photoEnd()));
        String lastFour = FieldParser.lastFour(text("reference"));
        return MediaType.of(photo)
                .filter(type -> type == MediaType.JPEG_2000)
                .flatMap(type -> holder(photo, lastFour))
                .map(holder -> new ParsedDocument(generatedAt.get(), Optional.empty(), holder, hashes(lastFour)));
    }

    private Optional<AadhaarHolder> holder(Bytes photo, String lastFour) {
        Map<Address.Part, String> address = new EnumMap<>(Address.Part.class);
        ADDRESS.forEach((name, part) -> address.put(part, text(name)));
        return new HolderFields(text("name"), text("birthDate"), text("gender"), address, photo, lastFour).parse();
    }

    /** Bit 1 of the indicator: there is a hash of the e-mail address; bit 2: of the mobile number, which comes last. */
    private ContactHashes hashes(String lastFour) {
        return new ContactHashes(
                hasMobile() ? Optional.of(hash(content.length - HASH_BYTES)) : Optional.empty(),
                hasEmail() ? Optional.of(hash(photoEnd())) : Optional.empty(),
                FieldParser.lastDigit(lastFour),
                false);
    }

    private int photoEnd() {
        return content.length - (hasMobile() ? HASH_BYTES : 0) - (hasEmail() ? HASH_BYTES : 0);
    }

    private boolean hasEmail() {
        return text("indicator").equals("1") || text("indicator").equals("3");
    }

    private boolean hasMobile() {
        return text("indicator").equals("2") || text("indicator").equals("3");
    }

    private String hash(int from) {
        return HexFormat.of().formatHex(content, from, from + HASH_BYTES);
    }

    private String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /** From there to the next separator, in ISO-8859-1. */
    private String field(int from) {
        int end = Math.min(from, content.length);
        while (end < content.length && content[end] != SEPARATOR) {
            end++;
        }
        int begin = Math.min(from, content.length);
        return new String(content, begin, end - begin, StandardCharsets.ISO_8859_1);
    }
}
