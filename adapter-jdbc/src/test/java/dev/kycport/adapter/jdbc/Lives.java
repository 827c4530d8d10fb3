package dev.kycport.adapter.jdbc;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.consent.ConsentEvent;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.session.Dossier;
import dev.kycport.domain.session.KycSession;
import dev.kycport.domain.session.SessionSnapshot;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.AuditEntry;
import dev.kycport.ports.Stores;
import dev.kycport.tck.Sample;
import java.util.List;
import java.util.Optional;

/** Sessions that left in the stores what the use cases leave: consent first, then the state, each call with its use. */
final class Lives {

    private static final ConsentTerms TERMS = Sample.anyTerms(Sample.anyProvider());

    private Lives() {}

    /** Opened, and not gone on with: one link. */
    static ConsentId opened(Stores stores) {
        return open(stores).dossier().consent();
    }

    /** Verified by two calls: four links. */
    static ConsentId verified(Stores stores) {
        SessionSnapshot session = open(stores);
        ConsentId consent = session.dossier().consent();
        stores.consents()
                .append(new ConsentEvent.WasGiven(consent, Sample.NOW, ConsentMethod.CHECKBOX, Sample.CONSENT_LIFE), 1)
                .get();
        call(stores, session, 2, ProviderCall.SEND_CODE);
        call(stores, session, 3, ProviderCall.VERIFY_CODE);
        return consent;
    }

    private static SessionSnapshot open(Stores stores) {
        Dossier dossier = Sample.anyDossier(Flow.DIRECT_OTP);
        stores.consents()
                .append(new ConsentEvent.WasAsked(dossier.consent(), Sample.NOW, TERMS), 0)
                .get();
        return stores.sessions()
                .create(SessionSnapshot.of(KycSession.open(dossier)), List.of())
                .get();
    }

    private static void call(Stores stores, SessionSnapshot session, int position, ProviderCall call) {
        Dossier dossier = session.dossier();
        stores.consents()
                .append(new ConsentEvent.WasUsed(dossier.consent(), Sample.NOW, Sample.anyUse(TERMS, call)), position)
                .get();
        stores.sessions()
                .replace(position - 2, verified(dossier, position - 1), List.of(intent(session, call)))
                .get();
    }

    private static SessionSnapshot verified(Dossier dossier, long revision) {
        return new SessionSnapshot(
                new Dossier(
                        dossier.id(),
                        dossier.flow(),
                        dossier.provider(),
                        dossier.subject(),
                        dossier.consent(),
                        dossier.purpose(),
                        dossier.openedAt(),
                        dossier.expiresAt(),
                        revision),
                SessionState.VERIFIED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Sample.anyIdentity(Flow.DIRECT_OTP)),
                Optional.of(dossier.expiresAt()),
                Optional.empty(),
                Optional.empty());
    }

    private static AuditEntry intent(SessionSnapshot session, ProviderCall call) {
        return new AuditEntry(
                session.dossier().id(),
                Sample.NOW,
                AuditEntry.Kind.INTENT,
                SessionState.OPENED,
                SessionState.VERIFIED,
                Sample.anyProvider(),
                Optional.of(call),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
