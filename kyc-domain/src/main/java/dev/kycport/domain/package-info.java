/** The KYC process as pure state machines. */
@NullMarked
package dev.kycport.domain;

import org.jspecify.annotations.NullMarked;
