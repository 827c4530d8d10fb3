/** Purged sessions as monthly files that can be read without KycPort. */
@NullMarked
package dev.kycport.adapter.archive;

import org.jspecify.annotations.NullMarked;
