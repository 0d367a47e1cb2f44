package no.barometer.publish;

/**
 * Where the public reads the site: {@code latest} at the address itself, every release below it at {@code
 * releases/<name>/}.
 *
 * @param url without a slash at its end; empty: not known, and then what needs an address is left out
 */
record Address(String url) {
    static final Address NONE = new Address("");

    static Address of(String url) {
        return new Address(url.strip().replaceAll("/+$", ""));
    }

    boolean known() {
        return !url.isEmpty();
    }

    /** A file of the newest release. */
    String latest(String path) {
        return url + "/" + path;
    }

    /** A file of a release, for ever. */
    String release(String name, String path) {
        return url + "/releases/" + name + "/" + path;
    }
}
