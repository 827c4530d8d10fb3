/** How the servlet is set up: keys, addresses, the host's name. */
@NullMarked
package dev.kycport.http.settings;

import org.jspecify.annotations.NullMarked;
