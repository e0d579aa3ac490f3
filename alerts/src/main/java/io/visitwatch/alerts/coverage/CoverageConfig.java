package io.visitwatch.alerts.coverage;

/**
 * When coverage counts as fallen.
 *
 * @param usualDays days before that say what is usual, 3 to 90
 * @param worthArticles articles a day from which a language is worth watching
 * @param fallenTo share of the usual articles under which a language has fallen, 0 to 1
 * @param reducedFeeds share of live feeds under which coverage is reduced, 0 to 1
 * @param lostFeeds share of live feeds, or of the usual articles, under which coverage is lost, 0 to {@code reducedFeeds}
 */
public record CoverageConfig(int usualDays, int worthArticles, double fallenTo, double reducedFeeds, double lostFeeds) {
    public CoverageConfig {
        if (usualDays < 3 || usualDays > 90) {
            throw new IllegalArgumentException("usualDays: " + usualDays + " is not between 3 and 90");
        }
        if (worthArticles < 1) {
            throw new IllegalArgumentException("worthArticles: " + worthArticles + " is less than 1");
        }
        share("fallenTo", fallenTo);
        share("reducedFeeds", reducedFeeds);
        share("lostFeeds", lostFeeds);
        if (lostFeeds > reducedFeeds) {
            throw new IllegalArgumentException("lostFeeds: " + lostFeeds + " is above reducedFeeds " + reducedFeeds);
        }
    }

    /** What runs without configuration: two weeks, five articles, a third, seven tenths, a quarter. */
    public static CoverageConfig standard() {
        return new CoverageConfig(14, 5, 0.33, 0.7, 0.25);
    }

    private static void share(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(key + ": " + value + " is not between 0 and 1");
        }
    }
}
