package dev.headrace.rest.http;

/** Two rules, the second for what the first lets pass. */
record EitherRule(ResponseRule first, ResponseRule second) implements ResponseRule {

    @Override
    public Verdict judge(HttpResponse response) {
        Verdict verdict = first.judge(response);
        return verdict instanceof Verdict.Pass ? second.judge(response) : verdict;
    }

    @Override
    public boolean mayEnd() {
        return first.mayEnd() || second.mayEnd();
    }
}
