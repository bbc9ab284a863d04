/** Requests and responses as values; sending them with credentials, redirects, cookies and retries. */
@NullMarked
package dev.headrace.rest.http;

import org.jspecify.annotations.NullMarked;
