package dev.kycport.tck.evidence;

import dev.kycport.domain.Bytes;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An offline e-KYC XML of an invented person, before it is signed.
 *
 * @param values by name: {@code referenceId}, the attributes of {@code Poi} and {@code Poa} as UIDAI names them, and {@code
 *     Pht} in base64
 */
public record OfflineKyc(Map<String, String> values) {

    /** When {@link #ASHA}'s document was made, in UTC: 2026-11-30 09:30 in India. */
    public static final String GENERATED_AT = "2026-11-30T04:00:00Z";

    /** The portrait in {@link #ASHA}'s document: bytes that begin and end like a JPEG. */
    public static final Bytes PHOTO = Bytes.of(new byte[] {-1, -40, -1, -32, 1, 2, 3, -1, -39});

    /** An invented person; the contact hashes are of {@code 9800000002} and {@code asha@example.in} with {@code Abc@123}. */
    public static final OfflineKyc ASHA = new OfflineKyc(asha());

    public OfflineKyc {
        values = Map.copyOf(values);
    }

    /** The same with another value. */
    public OfflineKyc with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new OfflineKyc(changed);
    }

    /** The unsigned XML. */
    public String xml() {
        return "<OfflinePaperlessKyc" + attribute("referenceId") + "><UidData><Poi" + attribute("dob") + attribute("e")
                + attribute("gender") + attribute("m") + attribute("name") + "/><Poa" + attribute("careof")
                + attribute("country") + attribute("dist") + attribute("house") + attribute("landmark")
                + attribute("loc") + attribute("pc") + attribute("po") + attribute("state") + attribute("street")
                + attribute("subdist") + attribute("vtc") + "/><Pht>" + values.getOrDefault("Pht", "")
                + "</Pht></UidData></OfflinePaperlessKyc>";
    }

    /** The XML as UIDAI signs it. */
    public String signedBy(TestSigner signer) {
        return XmlSigner.UIDAI.sign(xml(), signer);
    }

    private String attribute(String name) {
        return values.containsKey(name) ? " " + name + "=\"" + values.get(name) + "\"" : "";
    }

    private static Map<String, String> asha() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("referenceId", "703420261130093000000");
        values.put("name", "Asha Test Rao");
        values.put("dob", "01-02-1990");
        values.put("gender", "F");
        // SHA-256, four times, of 9800000002Abc@123 and of asha@example.inAbc@123.
        values.put("m", ContactHash.of("9800000002" + "Abc@123", 4));
        values.put("e", ContactHash.of("asha@example.in" + "Abc@123", 4));
        values.put("careof", "D/O Test Rao");
        values.put("country", "India");
        values.put("dist", "Bengaluru Urban");
        values.put("house", "12");
        values.put("landmark", "");
        values.put("loc", "Shivajinagar");
        values.put("pc", "560001");
        values.put("po", "Bengaluru GPO");
        values.put("state", "Karnataka");
        values.put("street", "Raj Bhavan Road");
        values.put("subdist", "Bengaluru North");
        values.put("vtc", "Bengaluru");
        values.put("Pht", Base64.getEncoder().encodeToString(PHOTO.toArray()));
        return values;
    }
}
