package dev.kycport.host.cli;

import dev.kycport.app.SessionRequest;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.identity.DocumentType;
import java.util.Set;

/**
 * A session that can be opened.
 *
 * @param back where DigiLocker is to send the person
 * @param documents which are to be asked for there
 */
record Order(SessionRequest request, RedirectUrl back, Set<DocumentType> documents) {}
