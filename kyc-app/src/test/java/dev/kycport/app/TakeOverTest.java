package dev.kycport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.identity.VerifiedIdentity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Handing the identity to the host. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TakeOverTest {

    private final Harness harness = Harness.create();
    private final KycService service = harness.service;
    private final List<VerifiedIdentity> saved = new ArrayList<>();

    @Test
    void the_host_saves_and_then_the_identity_is_erased() {
        SessionId id = verified();

        service.takeOver(id, saved::add).get();

        assertThat(saved).extracting(VerifiedIdentity::name).containsExactly("Asha Test Rao");
        assertThat(service.view(id).get().state()).isEqualTo("completed");
    }

    @Test
    void what_the_host_could_not_save_stays() {
        SessionId id = verified();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> service.takeOver(id, identity -> {
                    throw new IllegalStateException("the host's database is away");
                }));

        assertThat(service.view(id).get().state()).isEqualTo("verified");
        service.takeOver(id, saved::add).get();
        assertThat(saved).hasSize(1);
    }

    @Test
    void a_second_time_nothing_is_saved() {
        SessionId id = verified();
        service.takeOver(id, saved::add).get();

        service.takeOver(id, saved::add).get();

        assertThat(saved).hasSize(1);
    }

    @Test
    void nothing_is_saved_before_the_person_is_verified() {
        SessionId id = harness.codeSent();

        assertThat(service.takeOver(id, saved::add).getLeft().code()).isEqualTo("session.wrong-state");
        assertThat(saved).isEmpty();
    }

    private SessionId verified() {
        SessionId id = harness.codeSent();
        service.submitCode(id, "123456").get();
        return id;
    }
}
