/** The inbound adapter: JSON API, hosted page and operator's view as one servlet that any container can mount. */
@NullMarked
package dev.kycport.http;

import org.jspecify.annotations.NullMarked;
