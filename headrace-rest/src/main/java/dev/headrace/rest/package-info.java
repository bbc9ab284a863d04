/** The rest_api source: client, auth, paginators, selection, parent and child, retries. */
@NullMarked
package dev.headrace.rest;

import org.jspecify.annotations.NullMarked;
