package dev.headrace.rest;

import dev.headrace.deletes.DeleteLimit;
import dev.headrace.deletes.Deletes;
import dev.headrace.quarantine.OnBadRow;
import dev.headrace.rest.format.ResponseFormat;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.rest.process.StepDefinition;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.TableReference;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.CompletenessRule;
import dev.headrace.source.NestedHints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Describes one resource, or what all of them have in common. Every method sets the key of the same name in a file; texts
 * may have placeholders such as {@code {resources.posts.id}}.
 */
public final class RestResourceBuilder {

    private final Map<String, @Nullable Object> resource = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> endpoint = new LinkedHashMap<>();
    private final List<StepDefinition> steps = new ArrayList<>();
    private final List<Object> inherited = new ArrayList<>();
    private final Map<String, @Nullable Object> params = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> headers = new LinkedHashMap<>();

    private final List<TableReference> references = new ArrayList<>();
    private final Map<String, NestedHints> nested = new LinkedHashMap<>();
    private final List<Map<String, ?>> rateLimits = new ArrayList<>();
    private final List<Map<String, ?>> responseActions = new ArrayList<>();

    RestResourceBuilder() {}

    /** Where it is read, below the base URL; default: its name. */
    public RestResourceBuilder path(String path) {
        return endpoint("path", path);
    }

    /** {@code GET}, {@code POST}, {@code PUT} or {@code PATCH}; default {@code GET}. */
    public RestResourceBuilder method(String method) {
        return endpoint("method", method);
    }

    /** Adds a query parameter, or a value for the placeholder of that name in the path; null leaves it out. */
    public RestResourceBuilder param(String name, @Nullable Object value) {
        params.put(name, value);
        return endpoint("params", params);
    }

    /** Adds a header; null removes that of the client. */
    public RestResourceBuilder header(String name, @Nullable String value) {
        headers.put(name, value);
        return endpoint("headers", headers);
    }

    /** Sends a JSON object. */
    public RestResourceBuilder json(Map<String, ?> body) {
        return endpoint("json", body);
    }

    /** Sends a JSON list. */
    public RestResourceBuilder json(List<?> body) {
        return endpoint("json", body);
    }

    /**
     * Sends a GraphQL query, as a file describes it: {@code Map.of("query", "...", "variables", Map.of("first", 100),
     * "cursor", Map.of("path", "data.items.pageInfo.endCursor"))}.
     */
    public RestResourceBuilder graphql(Map<String, ?> description) {
        return endpoint("graphql", description);
    }

    /** Sends a form. */
    public RestResourceBuilder form(Map<String, ?> fields) {
        return endpoint("data", fields);
    }

    /** Sends a text as it is. */
    public RestResourceBuilder body(String text) {
        return endpoint("data", text);
    }

    /** JSONPath of the records in a page; default: found on the first page. */
    public RestResourceBuilder dataSelector(String path) {
        return endpoint("data_selector", path);
    }

    public RestResourceBuilder paginator(Paginator paginator) {
        return endpoint("paginator", paginator);
    }

    /** A paginator as a file describes it: {@code Map.of("type", "offset", "limit", 100)}. */
    public RestResourceBuilder paginator(Map<String, ?> description) {
        return endpoint("paginator", description);
    }

    public RestResourceBuilder auth(Authenticator authenticator) {
        return endpoint("auth", authenticator);
    }

    /** Ends the sequence without failing when an answer has this status. */
    public RestResourceBuilder ignoreStatus(int status) {
        return responseAction(Map.of("status_code", status, "action", "ignore"));
    }

    /**
     * Adds what is to be done about some answers, as a file describes it:
     * {@code Map.of("when", "$.status == 'error'", "action", "fail")}. The first that applies decides.
     */
    public RestResourceBuilder responseAction(Map<String, ?> description) {
        responseActions.add(description);
        return endpoint("response_actions", responseActions);
    }

    /**
     * Goes on with the parent's next record when a request of this child fails for good; the run tells what was skipped.
     * Refused credentials are never skipped.
     */
    public RestResourceBuilder skipFailedParents() {
        return endpoint("on_error", "skip");
    }

    /** How requests of this resource are tried again, key by key over what the client says. */
    public RestResourceBuilder retry(Map<String, ?> description) {
        return endpoint("retry", description);
    }

    /** How long an attempt may take, key by key over what the client says. */
    public RestResourceBuilder timeout(Map<String, ?> description) {
        return endpoint("timeout", description);
    }

    /** At most so many requests of this resource in any span of time of that length; may be said several times. */
    public RestResourceBuilder rateLimit(int requests, Duration per) {
        rateLimits.add(Map.of("requests", requests, "per", per.toMillis() + "ms"));
        return endpoint("rate_limit", rateLimits);
    }

    /** As {@link #rateLimit(int, Duration)}, but for all resources that name the group together. */
    public RestResourceBuilder rateLimit(int requests, Duration per, String group) {
        rateLimits.add(Map.of("requests", requests, "per", per.toMillis() + "ms", "group", group));
        return endpoint("rate_limit", rateLimits);
    }

    /** How many of its requests may be under way at a time; default: what the client has for all resources together. */
    public RestResourceBuilder concurrency(int requests) {
        return endpoint("concurrency", requests);
    }

    /** Five of its requests may be under way at a time, unless more are allowed elsewhere. */
    public RestResourceBuilder parallelized() {
        return resource("parallelized", true);
    }

    /** The format of the answers: {@code json}, {@code jsonl}, {@code csv} or {@code xml}; default: what they say. */
    public RestResourceBuilder responseFormat(String type) {
        return endpoint("response_format", type);
    }

    /** A format with options: {@code Map.of("type", "csv", "delimiter", ";")}. */
    public RestResourceBuilder responseFormat(Map<String, ?> description) {
        return endpoint("response_format", description);
    }

    /** A format of your own. */
    public RestResourceBuilder responseFormat(ResponseFormat format) {
        return endpoint("response_format", format);
    }

    /** Copies fields of the parent's record into each record, as {@code _<parent>_<field>}. */
    public RestResourceBuilder includeFromParent(String... fields) {
        inherited.addAll(List.of(fields));
        return resource("include_from_parent", inherited);
    }

    /**
     * Copies a field of the parent's record, or of a record above it, into each record.
     *
     * @param resource the parent, or one of its parents
     * @param field a key or a JSONPath
     * @param as the name of the copy
     */
    public RestResourceBuilder includeFrom(String resource, String field, String as) {
        inherited.add(Map.of("resource", resource, "field", field, "as", as));
        return resource("include_from_parent", inherited);
    }

    /** What is done to each record before it is loaded, behind the steps given before: see {@code Steps} and {@code Reshape}. */
    public RestResourceBuilder step(StepDefinition step) {
        steps.add(step);
        return resource("processing_steps", steps);
    }

    /** Loads only records whose value at {@code cursorPath} is new: from {@code initialValue} on, later from the last one. */
    public RestResourceBuilder incremental(String cursorPath, @Nullable Object initialValue) {
        Map<String, @Nullable Object> description = new LinkedHashMap<>();
        description.put("cursor_path", cursorPath);
        description.put("initial_value", initialValue);
        return incremental(description);
    }

    /**
     * Loads only what is new, as a file describes it: {@code Map.of("cursor_path", "updated_at", "initial_value",
     * "2024-01-01T00:00:00Z", "start_param", "since")}.
     */
    public RestResourceBuilder incremental(Map<String, ?> description) {
        return endpoint("incremental", description);
    }

    /** The table; default: the resource's name. */
    public RestResourceBuilder tableName(String name) {
        return resource("table_name", name);
    }

    public RestResourceBuilder primaryKey(String... columns) {
        return resource("primary_key", List.of(columns));
    }

    public RestResourceBuilder mergeKey(String... columns) {
        return resource("merge_key", List.of(columns));
    }

    /** What happens to the rows that are there already; default: append. */
    public RestResourceBuilder writeDisposition(WriteDisposition disposition) {
        return resource("write_disposition", disposition);
    }

    /** What happens to records that can't be written; default: what the run says, else it fails. */
    public RestResourceBuilder onBadRow(OnBadRow what) {
        return resource("on_bad_row", what);
    }

    /** What may change in the table; default: what the run says. */
    public RestResourceBuilder schemaContract(SchemaContract contract) {
        return resource("schema_contract", contract);
    }

    /** What happens when other records come than the API announced; default: what the run says. */
    public RestResourceBuilder completeness(CompletenessRule rule) {
        return resource("completeness", rule.label());
    }

    /** What becomes of rows whose records are no longer at the source; default: they stay. */
    public RestResourceBuilder deletes(Deletes rule) {
        return resource("deletes", rule.label());
    }

    /** How many of those rows one load may delete or mark; default: {@link DeleteLimit#usual}. */
    public RestResourceBuilder maxDelete(DeleteLimit limit) {
        return resource("max_delete", limit.label());
    }

    /** Says that columns of the table hold values of columns of another one; may be said several times. */
    public RestResourceBuilder reference(TableReference reference) {
        references.add(reference);
        return resource("references", references);
    }

    /**
     * What is known about a table nested in this one: its columns, its keys. With a key it is a table of its own.
     *
     * @param list the name of the list; for a list in a list, the names of both joined by two underscores
     */
    public RestResourceBuilder nestedHints(String list, NestedHints hints) {
        nested.put(list, hints);
        return resource("nested_hints", nested);
    }

    /** Read, but not loaded, where a child needs it; not read at all otherwise. */
    public RestResourceBuilder notSelected() {
        return resource("selected", false);
    }

    /** How many levels of nested lists and objects become tables; what is deeper stays JSON. */
    public RestResourceBuilder maxTableNesting(int levels) {
        return resource("max_table_nesting", levels);
    }

    /** Sets any other key of a resource, as a file would. */
    public RestResourceBuilder resource(String key, @Nullable Object value) {
        resource.put(key, value);
        return this;
    }

    /** Sets any other key of its endpoint, as a file would. */
    public RestResourceBuilder endpoint(String key, @Nullable Object value) {
        endpoint.put(key, value);
        return this;
    }

    Map<String, @Nullable Object> described() {
        Map<String, @Nullable Object> described = new LinkedHashMap<>(resource);
        if (!endpoint.isEmpty()) {
            described.put("endpoint", new LinkedHashMap<>(endpoint));
        }
        return described;
    }
}
