package dev.kycport.app.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.tck.sample.SampleValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionViewTest {

    private static final Path PINNED = Path.of("src/test/resources/dev/kycport/app/step/session-views.json");
    private static final List<KycSession> EVERY_STATE =
            SampleValues.everySnapshot().stream().map(SessionSnapshot::restore).toList();

    /** After a deliberate change run the tests with {@code -Dkycport.docs=write}. */
    @Test
    void the_json_form_of_every_state_is_pinned() throws IOException {
        String views = EVERY_STATE.stream()
                .map(session -> json(pinnable(view(session)), 0))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        if ("write".equals(System.getProperty("kycport.docs"))) {
            Files.createDirectories(PINNED.getParent());
            Files.writeString(PINNED, views);
        }

        assertThat(views).isEqualTo(Files.readString(PINNED));
    }

    @Test
    void the_actions_are_those_that_the_session_allows() {
        assertThat(EVERY_STATE).allSatisfy(session -> {
            Set<String> allowed = new TreeSet<>(session.allowedActions());
            Set<String> offered = view(session).actions().stream()
                    .filter(action -> action.actor() != SessionView.Actor.BROWSER)
                    .map(SessionView.Action::name)
                    .filter(name -> !name.equals("withdraw-consent"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(offered).as("%s", session.state()).isEqualTo(allowed);
        });
    }

    @Test
    void nothing_runs_on_in_an_ended_session() {
        assertThat(EVERY_STATE).filteredOn(KycSession.Ended.class::isInstance).allSatisfy(session -> {
            SessionView view = view(session);
            assertThat(view.expiresAt()).isEmpty();
            assertThat(view.code()).isEmpty();
            assertThat(view.captcha()).isEmpty();
            assertThat(view.pollAfter()).isEmpty();
            assertThat(view.endReason()).isPresent();
        });
    }

    @Test
    void a_consent_that_was_given_can_be_withdrawn_on_every_screen() {
        assertThat(EVERY_STATE)
                .filteredOn(session -> !(session instanceof KycSession.Opened))
                .allSatisfy(session ->
                        assertThat(view(session).action("withdraw-consent")).isPresent());
    }

    @Test
    void a_withdrawn_consent_is_shown_as_such_and_cannot_be_withdrawn_again() {
        KycSession.Completed completed = EVERY_STATE.stream()
                .filter(KycSession.Completed.class::isInstance)
                .map(KycSession.Completed.class::cast)
                .findFirst()
                .orElseThrow();
        Consent withdrawn =
                SampleValues.anyGivenConsent(completed.header().consent()).withdraw(SampleValues.NOW);

        SessionView view = SessionView.of(completed, withdrawn, SampleValues.NOW);

        assertThat(view.consent().status()).isEqualTo("withdrawn");
        assertThat(view.actions()).isEmpty();
    }

    @Test
    void the_identity_is_in_no_view() {
        assertThat(EVERY_STATE)
                .allSatisfy(session -> assertThat(json(view(session).toMap(), 0))
                        .doesNotContain("आशा", "Rao", "7058", "Bengaluru", "560001"));
    }

    @Test
    void a_resend_says_from_when_it_works() {
        assertThat(EVERY_STATE)
                .flatExtracting(session -> view(session).actions())
                .filteredOn(action -> action.name().equals("resend-code"))
                .isNotEmpty()
                .allSatisfy(action -> assertThat(action.notBefore()).isPresent());
    }

    private static SessionView view(KycSession session) {
        Consent.Given given = SampleValues.anyGivenConsent(session.header().consent());
        return SessionView.of(session, session instanceof KycSession.Opened ? given.asked() : given, SampleValues.NOW);
    }

    // Ids are new in every run.
    private static Map<String, Object> pinnable(SessionView view) {
        Map<String, Object> map = view.toMap();
        map.put("session", "<id>");
        return map;
    }

    private static String json(Object value, int depth) {
        String indent = "  ".repeat(depth + 1);
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> indent + "\"" + entry.getKey() + "\": " + json(entry.getValue(), depth + 1))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + "  ".repeat(depth) + "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> json(item, depth + 1)).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Number ? value.toString() : "\"" + value + "\"";
    }
}
