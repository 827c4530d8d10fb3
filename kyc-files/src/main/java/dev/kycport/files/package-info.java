/** Owner-only files and locks between processes. */
@NullMarked
package dev.kycport.files;

import org.jspecify.annotations.NullMarked;
