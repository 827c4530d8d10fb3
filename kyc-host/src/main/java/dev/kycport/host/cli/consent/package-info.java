/** Consent records, receipts and withdrawals as the commands print them. */
@NullMarked
package dev.kycport.host.cli.consent;

import org.jspecify.annotations.NullMarked;
