package io.visitwatch.app.score;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a predicted visitor is the labelled one: same country, and the last token of the labelled name agrees in any script. Kept
 * apart from the product's own name matching on purpose: a measure must not change with what it measures.
 */
final class NameMatch {
    private static final Map<String, String> COUNTRY = Map.ofEntries(
            Map.entry("usa", "US"),
            Map.entry("united states", "US"),
            Map.entry("u.s.", "US"),
            Map.entry("america", "US"),
            Map.entry("uk", "GB"),
            Map.entry("united kingdom", "GB"),
            Map.entry("britain", "GB"),
            Map.entry("england", "GB"),
            Map.entry("iran", "IR"),
            Map.entry("turkey", "TR"),
            Map.entry("turkiye", "TR"),
            Map.entry("türkiye", "TR"),
            Map.entry("france", "FR"),
            Map.entry("germany", "DE"),
            Map.entry("italy", "IT"),
            Map.entry("spain", "ES"),
            Map.entry("russia", "RU"),
            Map.entry("china", "CN"),
            Map.entry("japan", "JP"),
            Map.entry("india", "IN"),
            Map.entry("australia", "AU"),
            Map.entry("kuwait", "KW"),
            Map.entry("qatar", "QA"),
            Map.entry("saudi arabia", "SA"),
            Map.entry("syria", "SY"),
            Map.entry("jordan", "JO"),
            Map.entry("egypt", "EG"),
            Map.entry("tunisia", "TN"),
            Map.entry("vatican", "VA"),
            Map.entry("holy see", "VA"),
            Map.entry("united nations", "UN"),
            Map.entry("onu", "UN"),
            Map.entry("arab league", "LAS"),
            Map.entry("league of arab states", "LAS"),
            Map.entry("al", "LAS"),
            Map.entry("european union", "EU"),
            Map.entry("bulgaria", "BG"),
            Map.entry("comoros", "KM"),
            Map.entry("poland", "PL"),
            Map.entry("netherlands", "NL"),
            Map.entry("canada", "CA"));
    private static final Map<Integer, String> ARABIC = arabic();
    private static final List<String[]> DIGRAPHS = List.of(
            pair("tsch", "g"),
            pair("tch", "g"),
            pair("sch", "s"),
            pair("dh", "z"),
            pair("kh", "k"),
            pair("gh", "g"),
            pair("sh", "s"),
            pair("ch", "g"),
            pair("th", "t"),
            pair("ph", "f"),
            pair("ck", "k"),
            pair("dj", "g"),
            pair("x", "ks"),
            pair("q", "k"),
            pair("v", "f"),
            pair("p", "b"),
            pair("j", "g"));
    private static final Set<String> DROPPED = Set.of("jr", "sr", "ii", "iii", "iv");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_\u2019'\u2010\u2011-]+");
    private static final Pattern ARTICLE =
            Pattern.compile("^(?:al|el|ul)[-\u2010\u2011' ]|^(?:\u0627\u0644)(?=[\\p{L}\\p{N}_]{3})");
    private static final Pattern ARABIC_LETTER = Pattern.compile("[\u0600-\u06ff]");

    private NameMatch() {}

    static String country(String given) {
        String name = given.strip();
        String known = COUNTRY.get(name.toLowerCase(Locale.ROOT));
        return known == null ? name.toUpperCase(Locale.ROOT) : known;
    }

    static boolean samePerson(ScoredVisitor gold, ScoredVisitor predicted) {
        if (!country(gold.country()).equals(country(predicted.country()))) {
            return false;
        }
        List<String> wanted = tokens(gold.name());
        List<String> found = tokens(predicted.name());
        if (wanted.isEmpty() || found.isEmpty()) {
            return wanted.isEmpty();
        }
        String last = wanted.get(wanted.size() - 1);
        if (found.stream().anyMatch(token -> plain(token).equals(plain(last)))) {
            return true;
        }
        String skeleton = skeleton(last);
        List<String> tail = found.subList(Math.max(0, found.size() - 2), found.size());
        return skeleton.length() >= 2 && tail.stream().anyMatch(token -> oneSlip(skeleton, skeleton(token)));
    }

    /** The consonants that the usual spellings of one name share. */
    static String skeleton(String token) {
        String folded = Normalizer.normalize(token.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace('\u0131', 'i');
        String bare = ARTICLE.matcher(folded).replaceFirst("");
        String consonants = ARABIC_LETTER.matcher(bare).find() ? arabic(bare) : latin(bare);
        return consonants.replace('g', 'k').replaceAll("(.)\\1+", "$1");
    }

    private static String latin(String text) {
        String spelled = text;
        for (String[] digraph : DIGRAPHS) {
            spelled = spelled.replace(digraph[0], digraph[1]);
        }
        return spelled.replaceAll("c(?=[eiy])", "s")
                .replace("c", "k")
                .replaceAll("[^bdfgklmnrstz]", "")
                .replaceAll("(.)\\1+", "$1");
    }

    private static String arabic(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(ARABIC.getOrDefault(c, "")));
        return out.toString();
    }

    static boolean oneSlip(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        if (longer.length() - shorter.length() > 1 || shorter.length() < 3) {
            return false;
        }
        return longer.length() == shorter.length() ? differences(one, other) == 1 : hasOneMore(shorter, longer);
    }

    private static int differences(String one, String other) {
        int count = 0;
        for (int i = 0; i < one.length(); i++) {
            count += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return count;
    }

    private static boolean hasOneMore(String shorter, String longer) {
        for (int i = 0; i < longer.length(); i++) {
            if (shorter.equals(longer.substring(0, i) + longer.substring(i + 1))) {
                return true;
            }
        }
        return false;
    }

    static List<String> tokens(String name) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(name);
        while (matcher.find()) {
            if (!DROPPED.contains(matcher.group().toLowerCase(Locale.ROOT))) {
                tokens.add(matcher.group());
            }
        }
        return tokens;
    }

    private static String plain(String token) {
        return Normalizer.normalize(token.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String[] pair(String from, String to) {
        return new String[] {from, to};
    }

    private static Map<Integer, String> arabic() {
        Map<Integer, String> map = new HashMap<>();
        String[] rows = {
            "بپ b", "تطث t", "جچ g", "حهھەة -", "خ k", "دض d", "ذزظژ z", "رڕ r", "سصش s", "غگ g", "فڤ f", "قكک k",
            "لڵ l", "م m", "ن n"
        };
        for (String row : rows) {
            int space = row.indexOf(' ');
            String consonant = row.substring(space + 1).replace("-", "");
            row.substring(0, space).codePoints().forEach(c -> map.put(c, consonant));
        }
        return map;
    }
}
