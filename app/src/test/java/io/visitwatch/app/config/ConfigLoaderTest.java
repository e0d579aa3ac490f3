package io.visitwatch.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigLoaderTest {
    @TempDir
    Path folder;

    @Test
    void keepsArticlesForeverOrAsLongAsConfigured(@TempDir Path folder) throws IOException {
        AppConfig config = new ConfigLoader(name -> null).defaults().config();
        assertThat(config.kafka().topics().articles().config()).containsEntry("retention.ms", "-1");
        Path file = Files.writeString(folder.resolve("kept.yaml"), "kafka: {keep-articles: 30d}\n");
        AppConfig kept = new ConfigLoader(name -> null).load(file).config();
        assertThat(kept.kafka().topics().articles().config()).containsEntry("retention.ms", "2592000000");
        assertThat(kept.kafka().topics().commands().config()).containsEntry("retention.ms", "-1");
    }

    @Test
    void runsWithoutAnyFile() {
        AppConfig config = new ConfigLoader(name -> null).defaults().config();
        assertThat(config.api().host()).isEqualTo("127.0.0.1");
        assertThat(config.kafka().external()).isFalse();
        assertThat(config.feeds()).isEmpty();
    }

    @Test
    void loadsTheSampleWithItsFeeds() {
        AppConfig config = new ConfigLoader(name -> null)
                .load(Path.of("../visitwatch.yaml"))
                .config();
        assertThat(config.feeds()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(config.feeds())
                .allSatisfy(feed -> assertThat(feed.language()).isNotNull());
        assertThat(config.feeds().stream().map(AppConfig.FeedSettings::language).collect(Collectors.toSet()))
                .contains("ar", "ckb", "kmr", "fa", "tr", "en", "fr");
    }

    @Test
    void publishesTheSchemaItChecksAgainst() throws IOException {
        assertThat(Json.mapper().readTree(Files.readString(Path.of("../docs/visitwatch.schema.json"))))
                .isEqualTo(Json.mapper().readTree(ConfigLoader.schema()));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
                    fetsh: {poll: 10m}                          | 1:1 | unknown key; did you mean 'fetch'?
                    feeds: [{url: 'http://a.b', outlt: X}]      | 1:29 | did you mean 'outlet'?
                    feeds: [{url: 'ftp://a.b', outlet: X}]      | 1:10 | (found 'ftp://a.b')
                    api: {port: 70000}                          | 1:7 | 65535
                    kafka: {bootstrap.server: x}                | 1:9 | did you mean 'bootstrap.servers'?
                    kafka: {acks: [1]}                          | 1:9 | must be one value
                    api: {port: 1, port: 2}                     | 1:16 | twice
                    api: !!java.net.URL x                       | 1:6 | not allowed
                    api: [                                      | 2:1 | no valid YAML
                    kafka: {sasl.jaas.config: 'plain password'} | 1:9 | a secret in clear text
                    fetch: {user-agent: '${env:NOWHERE}'}       | 1:9 | NOWHERE is not set
                    fetch: {user-agent: '${file:/nowhere}'}     | 1:9 | /nowhere cannot be read
                    """)
    void saysWhereAndWhatIsWrong(String yaml, String place, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("v.yaml"), yaml + "\n");
        assertThat(problems(file))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("v.yaml:" + place)
                        .contains(message)
                        .doesNotContain("plain password"));
    }

    @Test
    void readsNorwayAsACountryUnderEveryLocale() throws IOException {
        Path file = Files.writeString(
                folder.resolve("v.yaml"), "feeds: [{url: 'https://I.example/İ', outlet: NRK, country: NO}]\n");
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr", "ar", "en")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                AppConfig.FeedSettings feed = new ConfigLoader(name -> null)
                        .load(file)
                        .config()
                        .feeds()
                        .get(0);
                assertThat(feed.country()).isEqualTo("NO");
                assertThat(feed.id()).matches("[0-9a-f]{16}");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void fillsSecretsAndNeverShowsThem() throws IOException {
        Path secret = Files.writeString(folder.resolve("jaas"), "from-file\n");
        Path file = Files.writeString(
                folder.resolve("v.yaml"),
                "kafka:\n  sasl.jaas.config: '${file:" + secret + "}'\n  client.id: 'x-${env:NAME}'\n");
        LoadedConfig loaded = new ConfigLoader(Map.of("NAME", "from-env")::get).load(file);
        assertThat(loaded.config().kafka().client())
                .containsEntry("sasl.jaas.config", "from-file")
                .containsEntry("client.id", "x-from-env");
        assertThat(loaded.shown().toString()).doesNotContain("from-file").doesNotContain("from-env");
    }

    @Test
    void refusesTwoFeedsOfOneAddress() throws IOException {
        Path file = Files.writeString(
                folder.resolve("v.yaml"),
                "feeds:\n- {url: 'https://a.example/x', outlet: A}\n- {url: 'https://a.example/x', outlet: B}\n");
        assertThat(problems(file)).singleElement().asString().contains("v.yaml:3:3: feeds[1]: same feed as feeds[0]");
    }

    @Test
    void survivesAnAliasThatContainsItself() throws IOException {
        Path file = Files.writeString(folder.resolve("v.yaml"), "feeds: &a [*a]\n");
        assertThat(problems(file)).isNotEmpty();
    }

    @Test
    void refusesAFewLinesOfAliasesThatStandForMillions() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x]\n");
        for (int i = 1; i <= 15; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        Path file = Files.writeString(folder.resolve("v.yaml"), bomb);
        assertThat(problems(file)).singleElement().asString().contains("values: write fewer aliases");
    }

    private static List<String> problems(Path file) {
        ConfigException refused =
                catchThrowableOfType(ConfigException.class, () -> new ConfigLoader(name -> null).load(file));
        return refused.problems().stream().map(ConfigProblem::toString).toList();
    }
}
