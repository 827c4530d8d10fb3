/**
 * The only place that reaches for the machine: finds adapters on the class path, reads the clock, takes randomness, runs
 * threads, writes the files of the archive, and hands the assembled service to hosts, with Guice or without.
 */
@NullMarked
package dev.kycport.app.wiring;

import org.jspecify.annotations.NullMarked;
