/** What differs on Spring Boot 3.5. */
@NullMarked
package dev.kycport.spring.boot3;

import org.jspecify.annotations.NullMarked;
