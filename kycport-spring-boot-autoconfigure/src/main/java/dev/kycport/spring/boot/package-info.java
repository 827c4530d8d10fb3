/**
 * KycPort in a Spring Boot application: beans that the application can replace, the configuration under {@code kycport.*}, health,
 * an Actuator endpoint, events, and a start and stop in the right order. Runs on Spring Boot 4, and with
 * {@code kycport-spring-boot3-autoconfigure} on 3.5.
 */
@NullMarked
package dev.kycport.spring.boot;

import org.jspecify.annotations.NullMarked;
