package dev.headrace.rest.read;

import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer that has come and is read later.
 *
 * @param response empty when a rule ignored it; its body stays
 * @param came when
 */
record ReadAhead(HttpRequest request, Optional<HttpResponse> response, Instant came) {}
