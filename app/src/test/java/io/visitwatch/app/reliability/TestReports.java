package io.visitwatch.app.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the test reports in the build folders say of each test. */
final class TestReports {
    /** How a test ended; of several runs the worst counts, and one that skipped it says nothing. */
    enum Result {
        skipped,
        passed,
        failed
    }

    private final Map<String, Result> results = new HashMap<>();

    /** Reads every report under the given folders. */
    static TestReports under(List<Path> folders) throws IOException {
        TestReports reports = new TestReports();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(TestReports::isReport).toList()) {
                        reports.read(file);
                    }
                }
            }
        }
        return reports;
    }

    /** The result of {@code Class#method}; null when no report names it. */
    @org.jspecify.annotations.Nullable Result of(String test) {
        return results.get(test);
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("TEST-") && name.endsWith(".xml");
    }

    private void read(Path file) throws IOException {
        try {
            NodeList cases = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                Element one = (Element) cases.item(i);
                String type = one.getAttribute("classname");
                String method = one.getAttribute("name").replaceFirst("[^\\p{Alnum}_].*", "");
                results.merge(
                        type.substring(type.lastIndexOf('.') + 1) + "#" + method,
                        result(one),
                        (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no test report", e);
        }
    }

    private static Result result(Element one) {
        boolean bad = one.getElementsByTagName("failure").getLength() > 0
                || one.getElementsByTagName("error").getLength() > 0;
        boolean skipped = one.getElementsByTagName("skipped").getLength() > 0;
        return bad ? Result.failed : skipped ? Result.skipped : Result.passed;
    }
}
