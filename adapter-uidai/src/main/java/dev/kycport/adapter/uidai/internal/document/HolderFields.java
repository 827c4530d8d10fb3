package dev.kycport.adapter.uidai.internal.document;

import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.identity.AadhaarHolder;
import dev.kycport.domain.identity.Address;
import dev.kycport.domain.identity.BirthDate;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.Photo;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a signed document that say who its holder is, as text.
 *
 * @param photo the bytes of the portrait; none if the document has no portrait
 */
public record HolderFields(
        String name, String birthDate, String gender, Map<Address.Part, String> address, Bytes photo, String lastFour) {

    private static final Set<MediaType> PORTRAITS =
            EnumSet.of(MediaType.JPEG, MediaType.PNG, MediaType.GIF, MediaType.JPEG_2000);

    /** The person; empty if a field has a form that is not known. */
    public Optional<AadhaarHolder> parse() {
        Optional<BirthDate> born = FieldParser.birthDate(birthDate);
        Optional<Gender> letter = Gender.fromLetter(gender);
        if (name.isBlank() || born.isEmpty() || letter.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AadhaarHolder(
                name,
                born.get(),
                letter.get(),
                new Address(address),
                MediaType.of(photo).filter(PORTRAITS::contains).map(type -> new Photo(photo, type)),
                MaskedNumber.ofAadhaar(lastFour)));
    }

    @Override
    public String toString() {
        return "HolderFields[hidden]";
    }
}
