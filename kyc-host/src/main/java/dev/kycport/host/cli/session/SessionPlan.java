package dev.kycport.host.cli.session;

import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.identity.DocumentType;
import java.util.Set;

/**
 * The validated parameters of a session.
 *
 * @param redirectUrl where DigiLocker sends the browser back to
 * @param documents the documents to fetch from DigiLocker
 */
public record SessionPlan(SessionRequest request, RedirectUrl redirectUrl, Set<DocumentType> documents) {}
