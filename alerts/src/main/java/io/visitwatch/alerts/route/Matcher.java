package io.visitwatch.alerts.route;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * One condition on one label: {@code country=IR}, {@code office!="ambassador"}, {@code visitor=~".*Qaani"},
 * {@code confidence>=0.8}. Syntax after Alertmanager's matchers, with two comparisons for numbers.
 *
 * <p>On a label with several values a positive matcher wants one that fits, a negative one wants none that does; an absent label
 * counts as the empty string, as in Alertmanager.
 */
public final class Matcher {
    /** Longest regular expression accepted: keeps a configuration from holding up routing. */
    static final int MAX_PATTERN = 200;

    private static final Pattern FORM =
            Pattern.compile("\\s*([a-z_]+)\\s*(=~|!~|!=|>=|<=|=)\\s*(?:\"([^\"]*)\"|([^\"\\s=~][^\"]*?))\\s*");

    private final String label;
    private final Operator operator;
    private final String value;
    private final @Nullable Pattern pattern;
    private final double number;

    private Matcher(String label, Operator operator, String value) {
        this.label = label;
        this.operator = operator;
        this.value = value;
        this.pattern = operator.isPattern() ? pattern(label, value) : null;
        this.number = operator.isNumber() ? number(label, value) : 0;
    }

    /**
     * Reads one matcher.
     *
     * @throws IllegalArgumentException with cause and next step when the text is none
     */
    public static Matcher parse(String text) {
        java.util.regex.Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "matcher '" + text + "' is not of the form label=value, label!=value, label=~regex, label>=number");
        }
        String label = form.group(1);
        if (!AlertLabels.NAMES.contains(label)) {
            throw new IllegalArgumentException("matcher '" + text + "' names no label of an alert: use one of "
                    + String.join(", ", AlertLabels.NAMES));
        }
        String value = form.group(3) == null ? Objects.requireNonNull(form.group(4)) : form.group(3);
        return new Matcher(label, Operator.of(Objects.requireNonNull(form.group(2))), value);
    }

    /** Whether the labels satisfy this condition. */
    public boolean matches(AlertLabels labels) {
        Set<String> values = labels.get(label);
        boolean found = values.isEmpty() ? fits("") : values.stream().anyMatch(this::fits);
        return operator.isNegative() != found;
    }

    private boolean fits(String candidate) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> candidate.equalsIgnoreCase(value);
            case REGEX, NOT_REGEX -> PatientText.matches(Objects.requireNonNull(pattern), candidate);
            case AT_LEAST -> !candidate.isEmpty() && Double.parseDouble(candidate) >= number;
            case AT_MOST -> !candidate.isEmpty() && Double.parseDouble(candidate) <= number;
        };
    }

    private static Pattern pattern(String label, String value) {
        if (value.length() > MAX_PATTERN) {
            throw new IllegalArgumentException(
                    "matcher on " + label + ": regular expression longer than " + MAX_PATTERN + " characters");
        }
        try {
            return Pattern.compile(value, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "matcher on " + label + ": '" + value + "' is no regular expression (" + e.getDescription() + ")",
                    e);
        }
    }

    private static double number(String label, String value) {
        if (!label.equals("rank") && !label.equals("confidence")) {
            throw new IllegalArgumentException("matcher on " + label + ": only rank and confidence can be compared");
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("matcher on " + label + ": '" + value + "' is no number", e);
        }
    }

    @Override
    public String toString() {
        return label + operator.sign + '"' + value + '"';
    }

    private enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        REGEX("=~"),
        NOT_REGEX("!~"),
        AT_LEAST(">="),
        AT_MOST("<=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        static Operator of(String sign) {
            for (Operator operator : values()) {
                if (operator.sign.equals(sign)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException("no operator " + sign);
        }

        boolean isNegative() {
            return this == NOT_EQUAL || this == NOT_REGEX;
        }

        boolean isPattern() {
            return this == REGEX || this == NOT_REGEX;
        }

        boolean isNumber() {
            return this == AT_LEAST || this == AT_MOST;
        }
    }
}
