package io.visitwatch.alerts.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.visitwatch.alerts.Alerts;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertFeedsTest {
    private static final String SELF = "http://127.0.0.1:8080/alerts.atom";
    private static final Alert HOSTILE = Alerts.arrival()
            .saying("<b>A & B</b> \u0000\u202E", "وصل الوزير <script>x</script> ]]>")
            .build();

    @Test
    void isReadAsAtomWithStableIds() throws Exception {
        SyndFeed feed =
                parse(AlertFeeds.atom(List.of(HOSTILE, Alerts.arrival().of("v2").build()), SELF));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries()).hasSize(2);
        assertThat(feed.getEntries().get(0).getUri()).isEqualTo("urn:visitwatch:alert:" + HOSTILE.id());
        assertThat(feed.getEntries().get(0).getDescription().getValue()).contains("وصل الوزير <script>x</script> ]]>");
    }

    @Test
    void isReadAsRss() throws Exception {
        SyndFeed feed = parse(AlertFeeds.rss(List.of(HOSTILE), SELF));
        assertThat(feed.getFeedType()).isEqualTo("rss_2.0");
        assertThat(feed.getEntries().get(0).getPublishedDate().toInstant()).isEqualTo(Alerts.AT);
    }

    @Test
    void isValidEvenWithoutAlerts() throws Exception {
        assertThat(parse(AlertFeeds.atom(List.of(), SELF)).getEntries()).isEmpty();
    }

    @Test
    void isJsonFeed() throws Exception {
        JsonNode feed = Json.mapper().readTree(AlertFeeds.json(List.of(HOSTILE), SELF));
        assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.at("/items/0/content_text").asText()).contains("وصل الوزير");
    }

    @Test
    void keepsToTheSpecificationOfJsonFeed() throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(getClass().getResourceAsStream("jsonfeed-1.1.json"));
        for (List<Alert> alerts : List.of(
                List.<Alert>of(),
                List.of(HOSTILE),
                List.of(HOSTILE, Alerts.arrival().of("v2").build()))) {
            String feed = AlertFeeds.json(alerts, SELF);
            assertThat(errors(schema, feed)).isEmpty();
            assertThat(errors(schema, feed.replace("\"version\"", "\"versio\"")))
                    .isNotEmpty();
        }
        assertThat(errors(schema, AlertFeeds.json(List.of(HOSTILE), "nowhere"))).isNotEmpty();
    }

    private static List<com.networknt.schema.Error> errors(Schema schema, String feed) {
        return schema.validate(
                feed,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static SyndFeed parse(String xml) throws Exception {
        return new SyndFeedInput().build(new StringReader(xml));
    }
}
