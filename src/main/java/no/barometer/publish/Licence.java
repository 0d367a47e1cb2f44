package no.barometer.publish;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Licences that machines know by an address. */
enum Licence {
    CC_BY_4_0("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", "CC_BY_4_0"),
    CC_BY_SA_4_0("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/", "CC_BYSA_4_0"),
    CC0_1_0("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0"),
    NLOD_1_0("NLOD-1.0", "https://data.norge.no/nlod/no/1.0", "NLOD_1_0"),
    NLOD_2_0("NLOD-2.0", "https://data.norge.no/nlod/no/2.0", "NLOD_2_0");

    private final String code;
    private final String address;
    private final String authority;

    Licence(String code, String address, String authority) {
        this.code = code;
        this.address = address;
        this.authority = authority;
    }

    /** By the name that a definition gives; nothing for another licence. */
    static Optional<Licence> of(String name) {
        String sought = plain(name);
        return Arrays.stream(values())
                .filter(one ->
                        plain(one.code).equals(sought) || plain(one.address).equals(sought))
                .findFirst();
    }

    /** As SPDX and Open Definition write it. */
    String code() {
        return code;
    }

    String address() {
        return address;
    }

    /** Its address among the EU's authority tables. */
    String authority() {
        return "http://publications.europa.eu/resource/authority/licence/" + authority;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "");
    }
}
