package dev.headrace.rest.http;

import dev.headrace.InterruptedRunException;
import dev.headrace.Phase;
import dev.headrace.event.RunEvent;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a request until it succeeds, fails for good, or has had its attempts. */
final class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,9}");

    private final Exchange exchange;
    private final RetryPolicy policy;
    private final Failures failures;

    Retries(Exchange exchange) {
        this.exchange = exchange;
        this.policy = exchange.policy();
        this.failures = new Failures(exchange);
    }

    /** One attempt. */
    @FunctionalInterface
    interface Call {
        Outcome.Answered send() throws IOException;
    }

    /** The first answer that is no failure; {@code request} is what the messages show. */
    Outcome.Answered answer(HttpRequest request, Call call) {
        for (int attempt = 1; ; attempt++) {
            Outcome outcome = attempt(request, call);
            if (outcome instanceof Outcome.Answered answered && !isFailure(answered)) {
                return answered;
            }
            if (attempt >= policy.maxAttempts() || !isRetried(request, outcome)) {
                throw logged(failures.of(request, outcome, attempt));
            }
            pause(request, outcome, attempt);
        }
    }

    private Outcome attempt(HttpRequest request, Call call) {
        try {
            Outcome.Answered answered = call.send();
            if (LOG.isDebugEnabled()) {
                LOG.debug("{} {}", failures.shown(request), answered.description());
            }
            return answered;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted() || exchange.context().stopRequested()) {
                throw stopped();
            }
            return new Outcome.Broken(e);
        } catch (AnswerTooLargeException | UnreadableAnswerException e) {
            throw logged(failures.of(request, e.getMessage() + ". Ask for smaller pages, or for another format.", e));
        }
    }

    private boolean isFailure(Outcome.Answered answered) {
        Verdict verdict = answered.verdict();
        return verdict instanceof Verdict.Retry
                || verdict instanceof Verdict.Fail
                || (verdict instanceof Verdict.Pass && (answered.response().isError() || hasRetriedStatus(answered)));
    }

    private boolean isRetried(HttpRequest request, Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered && !(answered.verdict() instanceof Verdict.Pass)) {
            return answered.verdict() instanceof Verdict.Retry;
        }
        boolean passing = !(outcome instanceof Outcome.Answered answered) || hasRetriedStatus(answered);
        return passing && policy.methods().contains(request.method());
    }

    private boolean hasRetriedStatus(Outcome.Answered answered) {
        return policy.statuses().contains(answered.response().status());
    }

    private void pause(HttpRequest request, Outcome outcome, int attempt) {
        Duration delay = delay(outcome, attempt);
        String what = exchange.redaction().text(outcome.description());
        String note = "attempt " + attempt + " of " + policy.maxAttempts() + ": " + failures.shown(request) + " " + what
                + "; trying again in " + delay.toMillis() / 1000.0 + " s";
        LOG.warn("{}: {}", exchange.purpose(), note);
        tell(new RunEvent.Noted(exchange.resource(), note));
        if (exchange.context().stopRequested()) {
            throw stopped();
        }
        sleep(delay, what);
    }

    private void sleep(Duration delay, String reason) {
        Instant until = exchange.context().clock().instant().plus(delay);
        if (delay.toMillis() > 0) {
            String resource = exchange.resource() == null ? "" : exchange.resource();
            tell(new RunEvent.Waiting(resource, "the API " + reason, until));
        }
        try {
            exchange.context().sleeper().sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    private Duration delay(Outcome outcome, int attempt) {
        Optional<Duration> asked = outcome instanceof Outcome.Answered answered
                ? answered.response().headers().find("Retry-After").flatMap(this::retryAfter)
                : Optional.empty();
        return asked.map(policy::allowed)
                .orElseGet(() ->
                        policy.delayAfter(attempt, ThreadLocalRandom.current().nextDouble()));
    }

    /** Whole seconds or a date (RFC 9110, 10.2.3); empty when it is neither. */
    private Optional<Duration> retryAfter(String header) {
        String text = header.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant date =
                    DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).parse(text, Instant::from);
            return Optional.of(Duration.between(exchange.context().clock().instant(), date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void tell(RunEvent event) {
        exchange.context().listener().on(event);
    }

    private InterruptedRunException stopped() {
        return new InterruptedRunException(
                Phase.EXTRACT, "Stopped as asked. Nothing was loaded; run it again to start over.");
    }

    private static <E extends RuntimeException> E logged(E failure) {
        LOG.warn("{}", failure.getMessage());
        return failure;
    }
}
