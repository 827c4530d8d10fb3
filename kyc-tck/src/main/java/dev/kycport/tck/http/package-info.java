/** The HTTP stub and what it has received. */
@NullMarked
package dev.kycport.tck.http;

import org.jspecify.annotations.NullMarked;
