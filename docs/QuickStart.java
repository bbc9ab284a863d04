import dev.headrace.duckdb.DuckDb;
import dev.headrace.engine.Pipeline;
import dev.headrace.rest.RestSource;
import dev.headrace.schema.WriteDisposition;
import java.nio.file.Path;
import java.util.Map;

public class QuickStart {
    public static void main(String[] arguments) {
        RestSource source = RestSource.at(arguments[0])
                .resource("pokemon", pokemon -> pokemon.param("limit", 500)
                        .dataSelector("results")
                        .paginator(Map.of("type", "json_link", "next_url_path", "next"))
                        .primaryKey("name")
                        .writeDisposition(WriteDisposition.merge()))
                .build();
        Pipeline pipeline = Pipeline.named("pokemon").destination(DuckDb.file(Path.of("pokemon.duckdb")));
        System.out.println(pipeline.run(source).tables());
    }
}
