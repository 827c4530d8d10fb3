package dev.kycport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.captcha.CaptchaChallenge;
import dev.kycport.domain.consent.Consent;
import dev.kycport.domain.digilocker.AuthorizationChallenge;
import dev.kycport.domain.otp.OtpChallenge;
import dev.kycport.domain.session.KycSession;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StateMachinesDocTest {

    private final DocumentationPage page = new DocumentationPage("state-machines.md");

    @ParameterizedTest
    @ValueSource(
            classes = {
                KycSession.class,
                Consent.class,
                CaptchaChallenge.class,
                OtpChallenge.class,
                AuthorizationChallenge.class
            })
    void the_diagram_shows_the_moves_that_the_types_have(Class<?> type) {
        StateMachineDiagram machine = new StateMachineDiagram(type);
        String text = page.read();
        String drawn = between(text, machine.name());

        if (DocumentationPage.isUpdateRequested()) {
            page.write(text.replace(marked(machine.name(), drawn), marked(machine.name(), machine.diagram())));
            return;
        }

        assertThat(drawn)
                .as(
                        "docs/state-machines.md draws %s as it is not any more.%n%s",
                        machine.name(), DocumentationPage.HOW_TO_UPDATE)
                .isEqualTo(machine.diagram());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                KycSession.class,
                Consent.class,
                CaptchaChallenge.class,
                OtpChallenge.class,
                AuthorizationChallenge.class
            })
    void every_state_can_be_reached(Class<?> type) {
        StateMachineDiagram machine = new StateMachineDiagram(type);

        assertThat(machine.reachable()).containsExactlyInAnyOrderElementsOf(machine.states());
    }

    private static String between(String text, String name) {
        return Stream.of(text)
                .filter(page -> page.contains(begin(name)) && page.contains(end(name)))
                .map(page ->
                        page.substring(page.indexOf(begin(name)) + begin(name).length(), page.indexOf(end(name))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/state-machines.md lacks " + begin(name) + end(name)));
    }

    private static String marked(String name, String diagram) {
        return begin(name) + diagram + end(name);
    }

    private static String begin(String name) {
        return "<!-- derived: " + name + " -->\n";
    }

    private static String end(String name) {
        return "<!-- end: " + name + " -->";
    }
}
