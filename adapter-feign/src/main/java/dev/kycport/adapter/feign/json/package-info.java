/** Parsers for the fields of a vendor's JSON reply: names, dates, images, texts and numbers. */
@NullMarked
package dev.kycport.adapter.feign.json;

import org.jspecify.annotations.NullMarked;
