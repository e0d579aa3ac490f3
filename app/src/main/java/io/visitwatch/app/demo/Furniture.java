package io.visitwatch.app.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * Words around a story in one language.
 *
 * @param sections sections of the site, for its navigation
 * @param by who signs
 * @param share label of the share buttons
 * @param related head of the list of related stories
 * @param most head of the list of most read stories
 * @param advert label of an advertisement
 * @param advertText its text
 * @param cookie text of the cookie bar
 * @param accept its button
 * @param newsletter invitation to a newsletter
 * @param rights end of the copyright line
 * @param contact link in the footer
 * @param comments note where comments would stand
 */
record Furniture(
        List<String> sections,
        String by,
        String share,
        String related,
        String most,
        String advert,
        String advertText,
        String cookie,
        String accept,
        String newsletter,
        String rights,
        String contact,
        String comments) {
    /** By language. */
    static Map<String, Furniture> bundled() {
        return NewsroomData.yaml("/io/visitwatch/app/newsroom/furniture.yaml", File.class)
                .languages();
    }

    /** The form of the file. */
    record File(@JsonProperty("languages") Map<String, Furniture> languages) {}
}
