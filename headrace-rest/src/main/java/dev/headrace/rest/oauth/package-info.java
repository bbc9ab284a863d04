/** OAuth 2: how tokens are asked for, kept, renewed and, where they rotate, stored. */
@NullMarked
package dev.headrace.rest.oauth;

import org.jspecify.annotations.NullMarked;
