package io.visitwatch.app.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the newsroom publishes.
 *
 * @param stories stories by outlet, in the order of the file of outlets
 */
public record NewsroomData(Map<NewsOutlet, List<Story>> stories) {
    private static final String FOLDER = "/io/visitwatch/app/newsroom/";
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The bundled stories. */
    public static NewsroomData bundled() {
        return read(FOLDER);
    }

    /** The stories of a folder of resources. */
    static NewsroomData read(String folder) {
        Map<NewsOutlet, List<Story>> stories = new LinkedHashMap<>();
        for (NewsOutlet outlet :
                yaml(folder + "outlets.yaml", NewsOutlet.File.class).outlets()) {
            stories.put(
                    outlet,
                    yaml(folder + "stories/" + outlet.id() + ".yaml", Story.File.class)
                            .stories());
        }
        return new NewsroomData(stories);
    }

    /** A value of a bundled YAML file. */
    static <T> T yaml(String resource, Class<T> type) {
        try (InputStream in = NewsroomData.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing");
            }
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + resource, e);
        }
    }

    /** Number of stories. */
    public int size() {
        return stories.values().stream().mapToInt(List::size).sum();
    }

    /** The last wave in which a story appears. */
    public int lastWave() {
        return stories.values().stream()
                .flatMap(List::stream)
                .mapToInt(Story::wave)
                .max()
                .orElse(0);
    }
}
