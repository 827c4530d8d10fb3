/** Reads fields of a JSON reply: dates, images, text or number. */
@NullMarked
package dev.kycport.adapter.feign.json;

import org.jspecify.annotations.NullMarked;
