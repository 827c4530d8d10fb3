/**
 * Who somebody is: the numbers that name a resident, always masked in print, and the identity a provider vouched for.
 */
@NullMarked
package dev.kycport.domain.identity;

import org.jspecify.annotations.NullMarked;
