/**
 * Why something did not come about: rejections (we said no, nothing changed), provider failures (we could not know)
 * and the codes of the verdicts that providers reach. Every one knows its stable code, whose turn it is and whether
 * trying again helps.
 */
@NullMarked
package dev.kycport.domain.failure;

import org.jspecify.annotations.NullMarked;
