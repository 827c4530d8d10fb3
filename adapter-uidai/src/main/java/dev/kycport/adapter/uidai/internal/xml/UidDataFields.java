package dev.kycport.adapter.uidai.internal.xml;

import dev.kycport.adapter.uidai.internal.document.HolderFields;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.identity.AadhaarHolder;
import dev.kycport.domain.identity.Address;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads a {@code UidData} element: {@code Poi}, {@code Poa} and {@code Pht}, each at most once. */
public final class UidDataFields {

    /** UIDAI's offline XML writes {@code careof} and {@code landmark}, DigiLocker's {@code co} and {@code lm}. */
    private static final Map<String, Address.Part> ADDRESS = Map.ofEntries(
            Map.entry("careof", Address.Part.CARE_OF),
            Map.entry("co", Address.Part.CARE_OF),
            Map.entry("house", Address.Part.HOUSE),
            Map.entry("street", Address.Part.STREET),
            Map.entry("landmark", Address.Part.LANDMARK),
            Map.entry("lm", Address.Part.LANDMARK),
            Map.entry("loc", Address.Part.LOCALITY),
            Map.entry("vtc", Address.Part.VTC),
            Map.entry("subdist", Address.Part.SUB_DISTRICT),
            Map.entry("dist", Address.Part.DISTRICT),
            Map.entry("po", Address.Part.POST_OFFICE),
            Map.entry("state", Address.Part.STATE),
            Map.entry("pc", Address.Part.PIN),
            Map.entry("country", Address.Part.COUNTRY));

    private UidDataFields() {}

    /** The person; empty if an element that must be there is not, or a field has an unknown form. */
    public static Optional<AadhaarHolder> holder(Element uidData, String lastFour) {
        Optional<Element> poi = SecureXml.onlyChild(uidData, "Poi");
        Optional<Element> poa = SecureXml.onlyChild(uidData, "Poa");
        if (poi.isEmpty() || poa.isEmpty()) {
            return Optional.empty();
        }
        return new HolderFields(
                        poi.get().getAttribute("name"),
                        poi.get().getAttribute("dob"),
                        poi.get().getAttribute("gender"),
                        address(poa.get()),
                        photo(uidData),
                        lastFour)
                .parse();
    }

    /** The bytes of a text in base64; none if it is not base64. */
    public static Bytes base64(String text) {
        try {
            return Bytes.of(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Bytes.of(new byte[0]);
        }
    }

    private static Bytes photo(Element uidData) {
        return base64(
                SecureXml.onlyChild(uidData, "Pht").map(Element::getTextContent).orElse(""));
    }

    private static Map<Address.Part, String> address(Element poa) {
        Map<Address.Part, String> parts = new EnumMap<>(Address.Part.class);
        ADDRESS.forEach((attribute, part) -> {
            if (poa.hasAttribute(attribute)) {
                parts.put(part, poa.getAttribute(attribute));
            }
        });
        return parts;
    }
}
