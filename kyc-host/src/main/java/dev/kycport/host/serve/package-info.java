/** The API and the hosted page on an embedded server. */
@NullMarked
package dev.kycport.host.serve;

import org.jspecify.annotations.NullMarked;
