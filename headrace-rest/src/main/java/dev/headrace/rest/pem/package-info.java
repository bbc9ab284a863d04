/** Private keys and certificates in PEM, the text form of RFC 7468. */
@NullMarked
package dev.headrace.rest.pem;

import org.jspecify.annotations.NullMarked;
