/** The configuration: what is right about it, and every way in which it can be wrong. */
@NullMarked
package dev.kycport.app.config;

import org.jspecify.annotations.NullMarked;
