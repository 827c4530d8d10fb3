/** What is kept on a disk, and for how long, seen from a host. */
@NullMarked
package dev.kycport.host.maintenance;

import org.jspecify.annotations.NullMarked;
