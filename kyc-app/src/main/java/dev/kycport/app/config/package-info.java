/**
 * The configuration: one HOCON file, every value overridable by the environment, everything checked before anything starts.
 * A wrong key or value is one clear line with its path, and never the value, which may be a secret.
 */
@NullMarked
package dev.kycport.app.config;

import org.jspecify.annotations.NullMarked;
