package dev.kycport.host.cli.session;

import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.identity.DocumentType;
import java.util.Set;

/**
 * A session that can be opened.
 *
 * @param redirectUrl where DigiLocker is to send the person
 * @param documents which are to be asked for there
 */
public record SessionPlan(SessionRequest request, RedirectUrl redirectUrl, Set<DocumentType> documents) {}
