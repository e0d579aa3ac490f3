package io.visitwatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Article text a page holds but does not show: for browsers without scripts, as a template, as state of its own scripts. */
final class Unshown {
    private static final Pattern STATE = Pattern.compile("=\\s*(?=\\{\\s*\")");
    private static final Evaluator FALLBACKS = QueryParser.parse("body noscript, body template");
    private static final Evaluator SCRIPTS = QueryParser.parse("script:not([src])");
    private static final int MOST_STATES = 5;
    private static final int SHORTEST_SCRIPT = 200;

    private Unshown() {}

    /** The longest such text; may be empty. */
    static String text(Document document) {
        String best = "";
        for (Element element : document.select(FALLBACKS)) {
            String text = HtmlText.paragraphs(element.html());
            best = text.length() > best.length() ? text : best;
        }
        List<String> scripts = document.select(SCRIPTS).stream()
                .map(Element::data)
                .filter(data -> data.length() >= SHORTEST_SCRIPT)
                .toList();
        List<String> states = new ArrayList<>();
        scripts.forEach(script -> states(script, states));
        String state = PageState.text(states);
        best = state.length() > best.length() ? state : best;
        return best.isEmpty() ? ScriptStrings.prose(scripts) : best;
    }

    /** Objects a script assigns; what follows them is left unread. */
    private static void states(String script, List<String> to) {
        Matcher assigned = STATE.matcher(script);
        for (int i = 0; i < MOST_STATES && to.size() < 4 * MOST_STATES && assigned.find(); i++) {
            to.add(script.substring(assigned.end()));
        }
    }
}
