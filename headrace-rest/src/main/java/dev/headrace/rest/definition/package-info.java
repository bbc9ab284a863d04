/** What a {@code rest_api} configuration says, checked and complete: every default is in place, every reference resolved. */
@NullMarked
package dev.headrace.rest.definition;

import org.jspecify.annotations.NullMarked;
