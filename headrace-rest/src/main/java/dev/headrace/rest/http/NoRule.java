package dev.headrace.rest.http;

/** The rule of those who have none. */
enum NoRule implements ResponseRule {
    INSTANCE;

    private static final Verdict PASS = new Verdict.Pass();

    @Override
    public Verdict judge(HttpResponse response) {
        return PASS;
    }

    @Override
    public boolean mayEnd() {
        return false;
    }

    @Override
    public ResponseRule orElse(ResponseRule other) {
        return other;
    }
}
