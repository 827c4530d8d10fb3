package ${package};

import dev.kycport.adapter.feign.json.BirthDateForm;
import dev.kycport.adapter.feign.json.IdentityDraft;
import dev.kycport.adapter.feign.json.IdentityFieldParsers;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Address.Part;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Map;
import ${package}.${prefix}Replies.Person;

/** Maps the person in a reply, without the fields that must not be kept. */
final class ${prefix}IdentityMapper {

    // TODO: the fields of the vendor's address, and the form of its dates.
    private static final Map<Part, String> ADDRESS_FIELDS =
            Map.of(Part.HOUSE, "house", Part.STREET, "street", Part.DISTRICT, "dist", Part.STATE, "state", Part.PIN, "pc");

    private ${prefix}IdentityMapper() {}

    static Either<UnintelligibleReason, IdentityDraft> toDraft(Person person, Instant now) {
        return IdentityDraft.parse(
                        person.name(),
                        person.dateOfBirth(),
                        person.gender(),
                        text -> BirthDateForm.YEAR_FIRST.parse(text, now))
                .map(draft -> draft.withAddress(IdentityFieldParsers.parseAddress(person.address(), ADDRESS_FIELDS))
                        .withPhoto(person.photo())
                        .withNumber(person.aadhaarNumber()));
    }
}
