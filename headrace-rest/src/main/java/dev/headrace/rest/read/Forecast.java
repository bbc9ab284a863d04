package dev.headrace.rest.read;

import dev.headrace.rest.http.HttpRequest;
import java.util.List;

/**
 * What an answer says of the requests to come, before its records have been read. It decides what is asked for in advance,
 * never what is read: that is up to the sequence when it comes to the page.
 *
 * @param requests that follow it, the next one first; empty when it is the last
 * @param outlook for the answer to the first of them
 */
record Forecast(List<HttpRequest> requests, Outlook outlook) {}
