package dev.headrace.engine.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headrace.ConfigException;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {

    private static final int UNLIMITED = 65536;
    private static final Naming SNAKE = Naming.of("snake_case", UNLIMITED);
    private static final String SAME = "same";
    private static final String AS_IS = "as is";

    /** input, snake_case identifier, snake_case path, direct, sql_cs_v1, duck_case; null where the reference is silent. */
    static Stream<String[]> golden() {
        return Stream.of(new String[][] {
            {"camelCase", "camel_case", SAME, AS_IS, AS_IS, AS_IS},
            {"PascalCase", "pascal_case", SAME, AS_IS, AS_IS, AS_IS},
            {"HTTPResponseCode", "http_response_code", SAME, AS_IS, AS_IS, AS_IS},
            {"userID", "user_id", SAME, AS_IS, AS_IS, AS_IS},
            {"userIDs", "user_i_ds", SAME, AS_IS, AS_IS, AS_IS},
            {"iOSVersion", "i_os_version", SAME, AS_IS, AS_IS, AS_IS},
            {"getHTTPSUrl", "get_https_url", SAME, AS_IS, AS_IS, AS_IS},
            {"BANaNA", "ba_na_na", SAME, AS_IS, AS_IS, AS_IS},
            {"UPPER_CASE", "upper_case", SAME, AS_IS, AS_IS, AS_IS},
            {"Small Love Potion", "small_love_potion", SAME, AS_IS, "Small_Love_Potion", AS_IS},
            {"  padded  ", "padded", SAME, "padded", "padded", "padded"},
            {"kebab-case", "kebab_case", SAME, AS_IS, "kebab_case", AS_IS},
            {"a.b.c", "a_b_c", SAME, AS_IS, "a_b_c", AS_IS},
            {"slash/name", "slash_name", SAME, AS_IS, "slash_name", AS_IS},
            {"percent%", "percentx", SAME, AS_IS, "percent", AS_IS},
            {"price$", "pricex", SAME, AS_IS, "price", AS_IS},
            {"#tag", "_tag", SAME, AS_IS, "_tag", AS_IS},
            {"@type", "atype", SAME, AS_IS, "_type", AS_IS},
            {"@odata.type", "aodata_type", SAME, AS_IS, "_odata_type", AS_IS},
            {"$id", "_id", SAME, AS_IS, "_id", AS_IS},
            {"_id", "_id", SAME, AS_IS, "_id", AS_IS},
            {"__typename", "_typename", "typename", AS_IS, "_typename", "_typename"},
            {"a__b", "a_b", "a__b", AS_IS, "a_b", "a_b"},
            {"a___b", "a_b", "a___b", AS_IS, "a_b", "a_b"},
            {"a____b", "a_b", "a__b", AS_IS, "a_b", "a_b"},
            {"trailing_", "trailingx", SAME, AS_IS, "trailing", AS_IS},
            {"trailing__", "trailingxx", "trailing", AS_IS, "trailing", "trailing_"},
            {"_", "x", SAME, AS_IS, "_", AS_IS},
            {"__", "xx", SAME, AS_IS, "_", "_"},
            {"____", "xxxx", SAME, AS_IS, "_", "_"},
            {"-", "x", SAME, AS_IS, "_", AS_IS},
            {"+1", "x1", SAME, AS_IS, "_1", AS_IS},
            {"-1", "_1", SAME, AS_IS, "_1", AS_IS},
            {"1st", "_1st", SAME, AS_IS, "_1st", AS_IS},
            {"123BaNaNa", "_123_ba_na_na", SAME, AS_IS, "_123BaNaNa", AS_IS},
            {"2FA", "_2_fa", SAME, AS_IS, "_2FA", AS_IS},
            {"v2Beta", "v2_beta", SAME, AS_IS, AS_IS, AS_IS},
            {"S3Bucket", "s3_bucket", SAME, AS_IS, AS_IS, AS_IS},
            {"Ünïcode", "_n_code", SAME, AS_IS, "_n_code", AS_IS},
            {"naïve café", "na_ve_cafx", SAME, AS_IS, "na_ve_caf", AS_IS},
            {"straße", "stra_e", SAME, AS_IS, "stra_e", AS_IS},
            {"日本語", "x", SAME, AS_IS, "_", AS_IS},
            {"名前name", "_name", SAME, AS_IS, "_name", AS_IS},
            {"🦚Peacock", "_peacock", SAME, AS_IS, "_Peacock", AS_IS},
            {"a🚀b", "a_b", SAME, AS_IS, "a_b", AS_IS},
            {"key:value", "key_value", SAME, AS_IS, "key_value", AS_IS},
            {"a|b", "alb", SAME, AS_IS, "a_b", AS_IS},
            {"C++", "cxx", SAME, AS_IS, "C", AS_IS},
            {"C#", "cx", SAME, AS_IS, "C", AS_IS},
            {"(paren)", "_parenx", SAME, AS_IS, "_paren", AS_IS},
            {"[0]", "_0x", SAME, AS_IS, "_0", AS_IS},
            {"a*b", "axb", SAME, AS_IS, "a_b", AS_IS},
            {"a+b", "axb", SAME, AS_IS, "a_b", AS_IS},
            {"foo - bar", "foo_bar", SAME, AS_IS, "foo_bar", AS_IS},
            {"new\nline", "new_line", SAME, "new_line", "new_line", "new_line"},
            {"it's", "it_s", SAME, "it_s", "it_s", AS_IS},
            {"event-.!:*<>value", "event_x_value", SAME, null, "event_value", null},
            {"+-!$*@#=|:", "x_xa_lx", SAME, null, "_", null},
            {"1event_n'", "_1event_nx", SAME, null, "_1event_n", null},
            {"BANANA____", "bananaxxxx", "banana", null, "BANANA", null},
            {"_DLT_ID", "_dlt_id", SAME, AS_IS, AS_IS, AS_IS},
        });
    }

    @ParameterizedTest
    @MethodSource("golden")
    void namesIdentifiersAndPathsLikeDlt(String raw, String identifier, String path) {
        assertThat(SNAKE.identifier(raw)).isEqualTo(identifier);
        assertThat(SNAKE.path(raw)).isEqualTo(SAME.equals(path) ? identifier : path);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void namesIdentifiersLikeDltInTheOtherConventions(
            String raw, String identifier, String path, String direct, String sql, String duck) {
        assertIdentifier("direct", raw, direct);
        assertIdentifier("sql_cs_v1", raw, sql);
        assertIdentifier("duck_case", raw, duck);
    }

    private static void assertIdentifier(String convention, String raw, String expected) {
        if (expected != null) {
            assertThat(Naming.of(convention, UNLIMITED).identifier(raw))
                    .as(convention)
                    .isEqualTo(AS_IS.equals(expected) ? raw : expected);
        }
    }

    @Test
    void lowersCaseInTheCaseInsensitiveConvention() {
        assertThat(Naming.of("sql_ci_v1", UNLIMITED).path("HTTPCode__Price$")).isEqualTo("httpcode__price");
    }

    @Test
    void keepsDigitsOfOtherScripts() {
        assertThat(SNAKE.identifier("a٣b")).isEqualTo("a٣b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\t"})
    void callsBlankKeysEmpty(String blank) {
        assertThat(SNAKE.path(blank)).isEqualTo("_empty");
    }

    @Test
    void refusesBlankIdentifiers() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> SNAKE.identifier(" "))
                .withMessageContaining("the name is blank");
    }

    @Test
    void refusesUnknownConventionsAndSuggestsTheNearest() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Naming.of("snakecase", UNLIMITED))
                .withMessageContaining("did you mean 'snake_case'?")
                .withMessageContaining("sql_ci_v1");
    }

    @Test
    void joinsWithTheSeparatorOfTheConvention() {
        assertThat(SNAKE.join("orders", "lines")).isEqualTo("orders__lines");
        assertThat(Naming.of("direct", UNLIMITED).join("Orders", "Lines")).isEqualTo("Orders▶Lines");
    }

    @Test
    void namesThePartsOfAPathOneByOne() {
        assertThat(SNAKE.path("OrderLines__UnitPrice")).isEqualTo("order_lines__unit_price");
        assertThat(Naming.of("direct", UNLIMITED).path("Orders▶It's")).isEqualTo("Orders▶It_s");
    }

    @ParameterizedTest
    @MethodSource("shortened")
    void shortensLikeDlt(int limit, String raw, String expected) {
        assertThat(Naming.of("snake_case", limit).identifier(raw)).isEqualTo(expected);
    }

    static Stream<Object[]> shortened() {
        return Stream.of(new Object[][] {
            {10, "customer_name", "cucpjyrwme"},
            {10, "CustomerName", "cujebblqme"},
            {10, "abcdefghijk", "abah6k9gjk"},
            {63, "a".repeat(64), "aaaaaaaaaaaaaaaaaaaaaaaaaaaaafv1mmaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
            {
                63,
                "aVeryLongColumnNameThatIsDefinitelyMoreThanSixtyThreeCharactersInLength",
                "a_very_long_column_name_that_93xcswy_three_characters_in_length"
            },
            {
                63,
                "orders__line_items_with_a_long_name__discount_allocations_applied__amounts",
                "orders_line_items_with_a_longrhtecw_allocations_applied_amounts"
            },
        });
    }

    @Test
    void shortensPathsAsAWhole() {
        Naming naming = Naming.of("snake_case", 63);
        String expected = "orders__line_items_with_a_lonrhtecwallocations_applied__amounts";

        assertThat(naming.path("orders__line_items_with_a_long_name__discount_allocations_applied__amounts"))
                .isEqualTo(expected);
        assertThat(naming.join("orders__line_items_with_a_long_name__discount_allocations_applied", "amounts"))
                .isEqualTo(expected);
    }

    @Test
    void shortensBytesWhereCharactersTakeSeveral() {
        String name = Naming.of("direct", 63).identifier("名前".repeat(40));

        assertThat(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeBetween(58, 63);
        assertThat(name).startsWith("名前").endsWith("名前");
    }

    @Test
    void placesTheTagInTheMiddle() {
        assertThat(new Shortening(20).shorten("she played cello well", "she played cello well"))
                .isEqualTo("she plauanpualo well");
        assertThat(new Shortening(6).shorten("DLT_HUB_X", "DLT")).isEqualTo(Shortening.tag("DLT"));
        assertThat(new Shortening(8).shorten("DLT_HUB_X", "DLT")).isEqualTo("D" + Shortening.tag("DLT") + "X");
    }

    @Test
    void tagsLikeDlt() {
        assertThat(Shortening.tag("3f17271231504b8cf65690bcdc379df8a3b8aabe12efe1ea82848ec5f497cb69"))
                .isEqualTo("gds0iw");
        assertThat(Shortening.tag("58e5c351b53ffe1233e0656a532a721ae1d2ac7af71b6cfec8ceb64c63b10721"))
                .isEqualTo("uyboiq");
    }

    @Test
    void refusesLimitsBelowTheTag() {
        assertThatIllegalArgumentException().isThrownBy(() -> Naming.of("direct", 5));
    }

    @Property
    void namesEveryKeyAndKeepsWithinTheLimit(@ForAll String raw) {
        for (String convention : new String[] {"snake_case", "duck_case", "direct", "sql_cs_v1", "sql_ci_v1"}) {
            String name = Naming.of(convention, 12).path(raw);
            assertThat(name).isNotEmpty();
            assertThat(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(12);
        }
    }
}
