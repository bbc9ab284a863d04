package dev.headrace.rest.http;

/** Takes every answer as it comes. */
enum NoRule implements ResponseRule {
    INSTANCE;

    @Override
    public boolean ignores(HttpResponse response) {
        return false;
    }

    @Override
    public boolean mayEnd() {
        return false;
    }
}
