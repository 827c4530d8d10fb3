/**
 * Checks documents that UIDAI or DigiLocker signed, without a network: the offline e-KYC archive and XML, the Secure QR and
 * DigiLocker's eAadhaar XML.
 */
@NullMarked
package dev.kycport.adapter.uidai;

import org.jspecify.annotations.NullMarked;
