/**
 * A simulated provider for offline work: nothing leaves the process. What it answers is decided by magic
 * numbers, codes and captchas, or scripted in the configuration; the one person it knows is invented. It behaves like a
 * provider in everything else: references that get lost, codes that work once, images that must be read.
 */
@NullMarked
package dev.kycport.adapter.fake;

import org.jspecify.annotations.NullMarked;
