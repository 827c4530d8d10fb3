package dev.kycport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.IdentityPart;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.IdentityReply;
import dev.kycport.tck.http.ReplyBody;
import io.vavr.control.Either;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a vendor sends instead of the documented fields of an identity, and instead of documents. */
public abstract class IdentityFieldsContract extends HttpAdapterContract {

    private static final String LINK = "\"https://files.example.com/photo.jpg\"";
    private static final String PAGE = "\"<!DOCTYPE html><html><body>502 Bad Gateway</body></html>\"";
    private static final String PAGE_IN_BASE64 = "\"PCFET0NUWVBFIGh0bWw+PGh0bWw+PC9odG1sPg==\"";

    /** For the adapter's test. */
    protected IdentityFieldsContract() {}

    final Stream<Arguments> unreadablePhotos() {
        return each(List.of(
                LINK, "\"not available\"", "\"%%%\"", "5", "{\"url\": \"x\"}", "\"/9j/4AAQSkZJRgABAQAAAQABAAD/2wBD\""));
    }

    final Stream<Arguments> unreadableAddresses() {
        return each(List.of("\"1, 1st Main, Test City\"", "[\"1st Main\"]", "12"));
    }

    final Stream<Arguments> absentParts() {
        return each(List.of("null", "\"\""));
    }

    final Stream<Arguments> placeholders() {
        return each(List.of("\"null\"", "\"null null\"", "\"NA\"", "\"N/A\"", "\"-\"", "\" \"", "null"));
    }

    final Stream<Arguments> impossibleDates() {
        return each(List.of(
                "\"0001-01-01\"",
                "\"01-01-0001\"",
                "\"01-01-2999\"",
                "\"2999-01-01\"",
                "\"1850-01-01\"",
                "\"01-01-1850\""));
    }

    final Stream<Arguments> pages() {
        return vendor().documentReplies().keySet().stream()
                .flatMap(call -> Stream.of(PAGE, PAGE_IN_BASE64, "\"hello\"").map(page -> Arguments.of(call, page)));
    }

    /** If it fails, leave an unreadable photo out and list it in the verdict; the code is used up and cannot be tried again. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("unreadablePhotos")
    final void an_unreadable_photo_does_not_cost_the_identity(IdentityReply reply, String photo) {
        assertThat(leftOut(answer(reply, reply.photo(), photo)))
                .as("%s with the photo %s: leave it out and note it", reply, photo)
                .containsExactly(IdentityPart.PHOTO);
    }

    /** If it fails, leave an unreadable address out and list it in the verdict. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("unreadableAddresses")
    final void an_unreadable_address_does_not_cost_the_identity(IdentityReply reply, String address) {
        assertThat(leftOut(answer(reply, reply.address(), address)))
                .as("%s with the address %s: leave it out and note it", reply, address)
                .containsExactly(IdentityPart.ADDRESS);
    }

    /** If it fails, treat null and an empty text as absent. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("absentParts")
    final void an_absent_photo_or_address_is_no_note(IdentityReply reply, String nothing) {
        assertThat(leftOut(answer(reply, reply.photo(), nothing)))
                .as("%s, photo %s", reply, nothing)
                .isEmpty();
        assertThat(leftOut(answer(reply, reply.address(), nothing)))
                .as("%s, address %s", reply, nothing)
                .isEmpty();
    }

    /** If it fails, make a reply with a placeholder for a name unintelligible. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("placeholders")
    final void a_placeholder_is_not_vouched_for_as_a_name(IdentityReply reply, String name) {
        assertThat(answer(reply, reply.name(), name).isLeft())
                .as("%s with the name %s: a placeholder names nobody, so the reply is unintelligible", reply, name)
                .isTrue();
    }

    /** If it fails, read a date in the documented form first and accept only one on which a living person can be born. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("impossibleDates")
    final void an_impossible_date_of_birth_is_not_vouched_for(IdentityReply reply, String date) {
        assertThat(answer(reply, reply.birthDate(), date).isLeft())
                .as("%s with the date of birth %s: check BirthDate.isPlausible", reply, date)
                .isTrue();
    }

    /** If it fails, accept a PDF, a complete image, or well-formed XML with a known root element, and nothing else. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("pages")
    final void an_error_page_is_not_handed_over_as_a_document(String call, String page) {
        String pointer = vendor().documentReplies().getOrDefault(call, "");

        assertThat(answer(call, pointer, page).exists(IdentityFieldsContract::hasDocument))
                .as("%s with the content %s: it is no document, so it is missing", call, page)
                .isFalse();
    }

    private Stream<Arguments> each(List<String> values) {
        return vendor().identityReplies().stream()
                .flatMap(reply -> values.stream().map(value -> Arguments.of(reply, value)));
    }

    private Either<ProviderFailure, ?> answer(IdentityReply reply, String pointer, String value) {
        return answer(reply.call(), pointer, value);
    }

    private Either<ProviderFailure, ?> answer(String call, String pointer, String value) {
        stubReply(
                call,
                HttpReply.json(
                        ReplyBody.of(documentedReply(call)).with(pointer, value).toString()));
        return invoke(adapter(), call);
    }

    private static Set<IdentityPart> leftOut(Either<ProviderFailure, ?> answer) {
        Object verdict = answer.getOrElseThrow(
                failure -> new AssertionError("an optional part cost the identity: " + failure.summary()));
        return verdict instanceof CodeVerdict.RightCode right
                ? right.leftOut()
                : ((DocumentsVerdict.DocumentsFetched) verdict).leftOut();
    }

    private static boolean hasDocument(Object verdict) {
        return verdict instanceof DocumentsVerdict.DocumentsFetched fetched
                && fetched.identity().documents().stream()
                        .anyMatch(document -> document.content().startsWith("<!"));
    }
}
