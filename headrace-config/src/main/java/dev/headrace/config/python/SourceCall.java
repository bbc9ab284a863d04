package dev.headrace.config.python;

import dev.headrace.ConfigException;
import dev.headrace.config.Suggestions;
import dev.headrace.config.python.PythonConfiguration.Result;
import dev.headrace.config.tree.Place;
import dev.headrace.config.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a call of {@code rest_api_source} with what the program says about the pipeline. */
final class SourceCall {

    private static final List<String> OPTIONS =
            List.of("name", "max_table_nesting", "root_key", "schema_contract", "parallelized");

    /** Keys of a wrapped document by the argument of {@code dlt.pipeline}. */
    private static final Map<String, String> PIPELINE_ARGUMENTS = Map.of(
            "pipeline_name", "pipeline",
            "dataset_name", "dataset",
            "destination", "destination",
            "refresh", "refresh");

    private SourceCall() {}

    static Result read(Program program, Token name, CallArguments call) {
        int value = call.first("config")
                .orElseThrow(() -> program.source()
                        .error(
                                program.place(name),
                                name.text() + "() has no configuration; give it a dict with 'client' and 'resources'"));
        if (call.positional().size() > 1) {
            throw Unreadable.mistake(
                    program, program.token(call.positional().get(1)), "name this argument, as in name=\"...\"");
        }
        Tree.Mapping source = object(LiteralParser.at(program, value));
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        call.named().forEach((option, index) -> {
            if (!option.equals("config")) {
                entries.put(option, option(program, option, index));
            }
        });
        entries.putAll(source.entries());
        return result(program, new Tree.Mapping(source.place(), entries));
    }

    private static Tree.Entry option(Program program, String option, int index) {
        Token token = program.token(index - 2);
        if (!OPTIONS.contains(option)) {
            throw program.source()
                    .error(
                            program.place(token),
                            "unknown argument '" + option + "'" + Suggestions.didYouMean(option, OPTIONS)
                                    + " Possible here: " + String.join(", ", OPTIONS));
        }
        return new Tree.Entry(program.place(token), LiteralParser.at(program, index));
    }

    private static Tree.Mapping object(Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            return mapping;
        }
        throw new ConfigException(tree.place() + ": expected a dict with 'client' and 'resources', found "
                + tree.kind().description());
    }

    /** The wrapped document for a source's configuration. */
    static Result result(Program program, Tree source) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        pipeline(program, entries, warnings);
        entries.put("source", new Tree.Entry(source.place(), object(source)));
        return new Result(new Tree.Mapping(source.place(), entries), List.copyOf(warnings));
    }

    private static void pipeline(Program program, Map<String, Tree.Entry> entries, List<String> warnings) {
        List<Integer> calls = new ArrayList<>();
        for (int i = 0; i + 3 < program.tokens().size(); i++) {
            if (program.token(i).isName("dlt")
                    && DottedName.at(program.tokens(), i).equals("dlt.pipeline")
                    && program.token(i + 3).is("(")) {
                calls.add(i);
            }
        }
        if (calls.size() > 1) {
            Place second = program.place(program.token(calls.get(1)));
            warnings.add(second + ": there are several dlt.pipeline(...); their names are not used. Give them with"
                    + " --pipeline, --dataset and --destination");
        } else if (!calls.isEmpty()) {
            arguments(program, CallArguments.of(program, calls.get(0) + 3), entries, warnings);
        }
    }

    private static void arguments(
            Program program, CallArguments call, Map<String, Tree.Entry> entries, List<String> warnings) {
        Map<String, Integer> named = new LinkedHashMap<>(call.named());
        if (!call.positional().isEmpty()) {
            named.put("pipeline_name", call.positional().get(0));
        }
        named.forEach((argument, index) -> {
            String key = PIPELINE_ARGUMENTS.get(argument);
            if (key == null) {
                return;
            }
            Place place = program.place(program.token(index));
            try {
                entries.put(key, new Tree.Entry(place, LiteralParser.at(program, index)));
            } catch (ConfigException code) {
                warnings.add(
                        place + ": " + argument + " of dlt.pipeline(...) is code, which is not run; give it with --"
                                + key + " if the default does not suit");
            }
        });
    }
}
