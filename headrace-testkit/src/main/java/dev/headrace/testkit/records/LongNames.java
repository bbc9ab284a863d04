package dev.headrace.testkit.records;

import java.util.Map;
import java.util.stream.Collectors;

/** Two keys that are too long for PostgreSQL, and what becomes of them there: written down name by name, not computed. */
final class LongNames {

    /** Becomes a name of 85 characters. */
    static final String LONG_KEY = "aVeryLongColumnNameThatIsDefinitelyMoreThanSixtyThreeCharactersInLength";
    /** Becomes a name of 73 characters. */
    static final String ODD_KEY = "Ein sehr langer Name – mit Zeichen, die keiner erwartet hätte: §4711/0815 & 100 %";

    private static final String LONG =
            "a_very_long_column_name_that_is_definitely_more_than_sixty_three_characters_in_length";
    private static final String ODD = "ein_sehr_langer_name_mit_zeichen_die_keiner_erwartet_h_tte_4711_0815_100x";

    private static final String TABLE = """
            LONG | a_very_long_column_name_that_93xcswy_three_characters_in_length
            LONG__v_text | a_very_long_column_name_that_yhrbracharacters_in_length__v_text
            LONG__v_bigint | a_very_long_column_name_that_p9xqbgaracters_in_length__v_bigint
            LONG__v_double | a_very_long_column_name_that_bfcfsqaracters_in_length__v_double
            LONG__v_bool | a_very_long_column_name_that_ga4gngcharacters_in_length__v_bool
            LONG__v_text__v_text | a_very_long_column_name_that_gt3j3grs_in_length__v_text__v_text
            LONG__v_wei | a_very_long_column_name_that_7eyzlq_characters_in_length__v_wei
            ODD | ein_sehr_langer_name_mit_zeicabgntgrwartet_h_tte_4711_0815_100x
            ODD__v_text | ein_sehr_langer_name_mit_zeicb5guoah_tte_4711_0815_100x__v_text
            ODD__v_bigint | ein_sehr_langer_name_mit_zeic8xog6atte_4711_0815_100x__v_bigint
            ODD__v_double | ein_sehr_langer_name_mit_zeicsmxnuqtte_4711_0815_100x__v_double
            ODD__v_bool | ein_sehr_langer_name_mit_zeicexbkwwh_tte_4711_0815_100x__v_bool
            ODD__v_text__v_text | ein_sehr_langer_name_mit_zeicnohxqq11_0815_100x__v_text__v_text
            ODD__v_wei | ein_sehr_langer_name_mit_zeictw6rta_h_tte_4711_0815_100x__v_wei
            t__LONG | t__a_very_long_column_name_th2yjbvwy_three_characters_in_length
            t__ODD | t__ein_sehr_langer_name_mit_zxbpghwrwartet_h_tte_4711_0815_100x
            LONG__a | a_very_long_column_name_that_jjlsowhree_characters_in_length__a
            LONG__a__v_text | a_very_long_column_name_that_ubsxcaracters_in_length__a__v_text
            LONG__a__v_bigint | a_very_long_column_name_that_a5hwwwcters_in_length__a__v_bigint
            LONG__a__v_double | a_very_long_column_name_that_nad3fqcters_in_length__a__v_double
            LONG__a__v_bool | a_very_long_column_name_that_jrmmcgracters_in_length__a__v_bool
            LONG__a__v_text__v_text | a_very_long_column_name_that_55gy0win_length__a__v_text__v_text
            LONG__a__v_wei | a_very_long_column_name_that_duvzsgaracters_in_length__a__v_wei
            LONG__b | a_very_long_column_name_that_llungahree_characters_in_length__b
            LONG__b__v_text | a_very_long_column_name_that_lspvzqracters_in_length__b__v_text
            LONG__b__v_bigint | a_very_long_column_name_that_vui7yqcters_in_length__b__v_bigint
            LONG__b__v_double | a_very_long_column_name_that_un7hlgcters_in_length__b__v_double
            LONG__b__v_bool | a_very_long_column_name_that_7nevwaracters_in_length__b__v_bool
            LONG__b__v_text__v_text | a_very_long_column_name_that_d3qebwin_length__b__v_text__v_text
            LONG__b__v_wei | a_very_long_column_name_that_ntezpgaracters_in_length__b__v_wei
            """;

    private static final Map<String, String> SHORT = TABLE.lines()
            .map(line -> line.split(" \\| "))
            .collect(Collectors.toMap(cells -> cells[0].replace("LONG", LONG).replace("ODD", ODD), cells -> cells[1]));

    private LongNames() {}

    /** A name where names have up to {@code limit} characters: 63, or so many that none is too long. */
    static String within(int limit, String name) {
        if (name.length() <= limit) {
            return name;
        }
        String known = SHORT.get(name);
        if (limit != 63 || known == null) {
            throw new IllegalArgumentException("Cannot shorten '" + name + "' to " + limit + ": not written down");
        }
        return known;
    }
}
