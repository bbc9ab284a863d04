/** The ways to put credentials on a request. */
@NullMarked
package dev.headrace.rest.auth;

import org.jspecify.annotations.NullMarked;
