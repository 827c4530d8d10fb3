@NullMarked
package dev.kycport.adapter.jdbc.internal.monitor;

import org.jspecify.annotations.NullMarked;
