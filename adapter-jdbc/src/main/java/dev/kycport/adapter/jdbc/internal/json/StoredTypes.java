package dev.kycport.adapter.jdbc.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.Flow;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaSnapshot;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.Purpose;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.digilocker.AuthorizationSnapshot;
import dev.kycport.domain.digilocker.OAuthState;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Gender;
import dev.kycport.domain.otp.OtpSnapshot;
import dev.kycport.domain.session.EndReason;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditEntry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the values of the domain are written as JSON text. */
@SuppressWarnings("serial") // Never serialized.
final class StoredTypes extends SimpleModule {

    StoredTypes() {
        text(String.class, text -> text, text -> text);
        text(SessionId.class, SessionId::value, SessionId::new);
        text(ConsentId.class, ConsentId::value, ConsentId::new);
        text(ProviderId.class, ProviderId::value, ProviderId::new);
        text(ProviderReference.class, ProviderReference::value, ProviderReference::new);
        text(SubjectRef.class, SubjectRef::value, SubjectRef::new);
        text(Purpose.class, Purpose::value, Purpose::new);
        text(OAuthState.class, OAuthState::value, OAuthState::new);
        text(URI.class, URI::toString, URI::create);
        text(Instant.class, Instant::toString, Instant::parse);
        text(LocalDate.class, LocalDate::toString, LocalDate::parse);
        text(Duration.class, Duration::toString, Duration::parse);
        text(
                Bytes.class,
                StoredTypes::base64,
                text -> Bytes.of(Base64.getDecoder().decode(text)));
        code(Flow.values(), Flow::code);
        code(ProviderCall.values(), ProviderCall::code);
        code(SessionState.values(), SessionState::code);
        code(EndReason.values(), EndReason::code);
        code(AuditEntry.Kind.values(), AuditEntry.Kind::code);
        code(ConsentMethod.values(), ConsentMethod::code);
        code(ConsentEventType.values(), ConsentEventType::code);
        code(DocumentType.values(), DocumentType::code);
        code(MediaType.values(), MediaType::mime);
        code(Gender.values(), Gender::letter);
        code(CaptchaSnapshot.Kind.values(), StoredTypes::codeOf);
        code(OtpSnapshot.Kind.values(), StoredTypes::codeOf);
        code(AuthorizationSnapshot.Kind.values(), StoredTypes::codeOf);
    }

    private <E extends Enum<E>> void code(E[] constants, Function<E, String> code) {
        Map<String, E> byCode = Stream.of(constants).collect(Collectors.toMap(code, constant -> constant));
        text(
                constants[0].getDeclaringClass(),
                code,
                text -> Optional.ofNullable(byCode.get(text)).orElseThrow(StoredJson::damaged));
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> parse) {
        addSerializer(type, new TextSerializer<>(type, write));
        addDeserializer(type, new TextDeserializer<>(type, parse));
    }

    /** The code of a constant that has none of its own, such as {@code awaiting-code}. */
    static String codeOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }

    private static final class TextSerializer<T> extends StdScalarSerializer<T> {

        private final transient Function<T, String> write;

        TextSerializer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(write.apply(value));
        }
    }

    private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> parse;

        TextDeserializer(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                throw StoredJson.damaged();
            }
            return parse.apply(json.getText());
        }
    }
}
