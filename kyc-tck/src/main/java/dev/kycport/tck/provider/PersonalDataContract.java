package dev.kycport.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.HttpAdapterContract;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.IdentityReply;
import dev.kycport.tck.http.ReplyBody;
import dev.kycport.tck.secrecy.Canary;
import dev.kycport.tck.secrecy.KeptStateScanner;
import dev.kycport.tck.secrecy.LogCapture;
import io.vavr.control.Either;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an adapter owes about people: nothing of the last one is kept, and no log names one. */
public abstract class PersonalDataContract extends HttpAdapterContract {

    /** A shorter text, such as a gender, stands in many places by chance. */
    private static final int SHORTEST = 4;

    /** For the adapter's test. */
    protected PersonalDataContract() {}

    /**
     * If it fails, keep what belongs to one call in its method: another person may ask next. Everything is looked through that hangs
     * on the provider, static fields included. A token may be kept, in a type whose {@code toString} hides it.
     */
    @ParameterizedTest
    @MethodSource("calls")
    final void nothing_of_a_person_is_kept_after_a_call(String call) {
        KycProvider adapter = newAdapter();
        succeed(adapter, call);

        assertThat(KeptStateScanner.of(personal(call), tokens()).scan(adapter))
                .as("what the provider keeps after %s. Keep it in the method that makes the call", call)
                .isEmpty();
    }

    /** If it fails, log ids of calls and codes of outcomes, and nothing else of a reply, at no level and through no library. */
    @ParameterizedTest
    @MethodSource("calls")
    final void no_log_line_names_a_person_or_holds_a_token(String call) {
        Logger root = Logger.getLogger("");
        Level usual = root.getLevel();
        root.setLevel(Level.ALL);
        try (LogCapture log = LogCapture.start()) {
            succeed(newAdapter(), call);

            Map<String, String> unwanted = new LinkedHashMap<>(personal(call));
            unwanted.putAll(tokens());
            assertThat(KeptStateScanner.of(unwanted, Map.of()).find("the log", log.lines()))
                    .as("what the log of %s tells about the person. Log no part of a reply", call)
                    .isEmpty();
        } finally {
            root.setLevel(usual);
        }
    }

    private void succeed(KycProvider adapter, String call) {
        stubReply(call, HttpReply.json(documentedReply(call)));
        Either<ProviderFailure, ?> answer = invoke(adapter, call);
        assertArrived(call, "its documented success");
        assertThat(answer.isRight()).as("%s ends in %s", call, answer).isTrue();
    }

    /** What was sent about the person, and what the reply tells about them. */
    private Map<String, String> personal(String call) {
        Map<String, String> texts = new LinkedHashMap<>();
        Canary.DEFAULT.byName().forEach((name, secret) -> {
            if (List.of("number", "otp", "captcha", "code", "share-code").contains(name)) {
                texts.put(name, secret);
            }
        });
        for (IdentityReply reply : vendor().identityReplies()) {
            if (reply.call().equals(call)) {
                ReplyBody body = ReplyBody.of(documentedReply(call));
                add(texts, "name", body.texts(reply.name()));
                add(texts, "birth date", body.texts(reply.birthDate()));
                add(texts, "photo", body.texts(reply.photo()));
                add(texts, "address", body.texts(reply.address()));
            }
        }
        return texts;
    }

    private Map<String, String> tokens() {
        Map<String, String> texts = new LinkedHashMap<>();
        vendor().ownCalls()
                .forEach(step -> add(
                        texts,
                        "token",
                        ReplyBody.of(documentedReply(step)).texts("").stream()
                                .filter(text -> text.length() >= 2 * SHORTEST)
                                .toList()));
        return texts;
    }

    private static void add(Map<String, String> texts, String what, List<String> values) {
        for (String value : values) {
            if (value.length() >= SHORTEST) {
                texts.put(texts.containsKey(what) ? what + " " + texts.size() : what, value);
            }
        }
    }
}
