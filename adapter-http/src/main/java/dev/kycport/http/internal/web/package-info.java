/** Requests, answers and routes, free of the servlet API's details. */
@NullMarked
package dev.kycport.http.internal.web;

import org.jspecify.annotations.NullMarked;
