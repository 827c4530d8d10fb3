/** Draws the images of the fake provider: captchas, a portrait, specimen documents. */
@NullMarked
package dev.kycport.adapter.fake.internal.image;

import org.jspecify.annotations.NullMarked;
