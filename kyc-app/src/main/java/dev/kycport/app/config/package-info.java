/**
 * The configuration: one HOCON file, every value overridable by the environment, all checked before anything starts. A wrong key
 * or value is reported in one line with its path and without the value, which may be a secret.
 */
@NullMarked
package dev.kycport.app.config;

import org.jspecify.annotations.NullMarked;
