/**
 * The architecture as rules over the compiled classes of all modules, and the proof of each rule: a class that breaks it. The
 * breaking classes stand under the package they pretend to belong to, mostly in a package named {@code violation}, and are
 * kept out of the rules' own run.
 */
@NullMarked
package dev.kycport.architecture;

import org.jspecify.annotations.NullMarked;
