package dev.headrace.rest.http;

import dev.headrace.event.RunEvent;
import dev.headrace.json.path.JsonPathLimitException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a request until it succeeds, fails for good, or has had its attempts. */
final class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final Exchange exchange;
    private final RetryPolicy policy;
    private final Failures failures;
    private final Waits waits;

    Retries(Exchange exchange) {
        this.exchange = exchange;
        this.policy = exchange.policy();
        this.failures = new Failures(exchange);
        this.waits = exchange.waits();
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
                throw Waits.stopped();
            }
            return new Outcome.Broken(e);
        } catch (AnswerTooLargeException e) {
            throw logged(failures.of(request, String.valueOf(e.getMessage()), e));
        } catch (RefusedAddressException e) {
            throw logged(failures.of(request, String.valueOf(e.getMessage()), e));
        } catch (JsonPathLimitException e) {
            throw logged(
                    failures.of(request, "a condition of 'response_actions' has no end. " + e.getMessage() + ".", e));
        } catch (UnreadableAnswerException e) {
            throw logged(failures.of(request, e.getMessage() + ". Ask for another encoding.", e));
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
        String reason = failures.shown(request) + " " + what + failures.judged(outcome);
        int attempts = policy.maxAttempts();
        LOG.warn(
                "{}: {} (attempt {} of {}); trying again in {} s",
                exchange.purpose(),
                reason,
                attempt,
                attempts,
                delay.toMillis() / 1000.0);
        Instant until = exchange.context().clock().instant().plus(delay);
        tell(new RunEvent.Retrying(exchange.resource(), reason, attempt, attempts, delay, until));
        waits.sleep(delay);
    }

    private Duration delay(Outcome outcome, int attempt) {
        Optional<Duration> asked = outcome instanceof Outcome.Answered answered
                ? AskedWait.beforeRetry(
                        answered.response(), exchange.context().clock().instant())
                : Optional.empty();
        return asked.map(policy::allowed)
                .orElseGet(() ->
                        policy.delayAfter(attempt, ThreadLocalRandom.current().nextDouble()));
    }

    private void tell(RunEvent event) {
        exchange.context().listener().on(event);
    }

    private static <E extends RuntimeException> E logged(E failure) {
        LOG.warn("{}", failure.getMessage());
        return failure;
    }
}
