package io.visitwatch.app.replay;

import io.visitwatch.ingest.feed.Entry;
import io.visitwatch.ingest.feed.FeedDocument;
import io.visitwatch.ingest.feed.FeedReader;
import io.visitwatch.ingest.feed.FeedResult;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Feed documents saved in one folder, joined into archives by their {@code prev-archive} links (RFC 5005): of an entry that stands in
 * several documents of one archive, the newest document's counts. Holds no documents, only a number for each entry.
 */
final class FeedArchive {
    /** Gives relative links something to start from; no such host exists. */
    private static final String BASE = "http://saved.invalid/";

    private final Map<Path, Set<Long>> superseded = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    private FeedArchive() {}

    /**
     * An archive that goes on where nothing was saved.
     *
     * @param file the oldest document there is
     * @param address what it names as the next older one
     */
    record Gap(Path file, String address) {}

    /** Reads the heads of all documents. */
    static FeedArchive of(List<Path> files) throws IOException {
        FeedArchive archive = new FeedArchive();
        Map<Path, Document> documents = new LinkedHashMap<>();
        for (Path file : files) {
            Document document = read(file);
            if (document != null) {
                documents.put(file, document);
            }
        }
        archive.join(documents);
        return archive;
    }

    /** Whether a newer document of the same archive holds this entry too. */
    boolean isSuperseded(Path file, Entry entry) {
        Set<Long> known = superseded.get(file);
        return known != null && known.contains(id(entry));
    }

    /** Where archives go on and nothing was saved. */
    List<Gap> gaps() {
        return gaps;
    }

    private record Document(@Nullable String self, @Nullable String older, Set<Long> entries) {}

    private static @Nullable Document read(Path file) throws IOException {
        FeedResult result = FeedReader.read(FeedDocument.of(SavedFolder.bytes(file), BASE + file.getFileName()));
        if (!(result instanceof FeedResult.Read read)) {
            return null;
        }
        Set<Long> ids = new HashSet<>();
        String older = read.head().paging().prevArchive();
        read.entries().forEach(entry -> ids.add(id(entry)));
        return new Document(read.head().self(), older, ids);
    }

    private void join(Map<Path, Document> documents) {
        Map<String, Path> byAddress = new HashMap<>();
        documents.forEach((file, document) -> {
            byAddress.putIfAbsent(name(file.getFileName().toString()), file);
            if (document.self() != null) {
                byAddress.putIfAbsent(document.self(), file);
            }
        });
        Map<Path, Path> older = new LinkedHashMap<>();
        documents.forEach((file, document) -> {
            String address = document.older();
            if (address != null) {
                Path found = find(byAddress, address);
                if (found == null) {
                    gaps.add(new Gap(file, address));
                } else {
                    older.put(file, found);
                }
            }
        });
        Set<Path> heads = new LinkedHashSet<>(older.keySet());
        heads.removeAll(older.values());
        heads.forEach(head -> walk(head, older, documents));
    }

    private void walk(Path head, Map<Path, Path> older, Map<Path, Document> documents) {
        Set<Long> seen = new HashSet<>();
        Set<Path> walked = new HashSet<>();
        for (Path at = head; at != null && walked.add(at); at = older.get(at)) {
            Document document = documents.get(at);
            if (document != null) {
                Set<Long> again = new HashSet<>(document.entries());
                again.retainAll(seen);
                superseded.computeIfAbsent(at, file -> new HashSet<>()).addAll(again);
                seen.addAll(document.entries());
            }
        }
    }

    private static @Nullable Path find(Map<String, Path> byAddress, String address) {
        Path exact = byAddress.get(address);
        return exact != null ? exact : byAddress.get(name(address.substring(address.lastIndexOf('/') + 1)));
    }

    /** The name a document is saved under, without packing and escapes. */
    private static String name(String written) {
        String plain = written.endsWith(".gz") ? written.substring(0, written.length() - 3) : written;
        try {
            return URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return plain; // a lone percent sign: taken as it is
        }
    }

    private static long id(Entry entry) {
        String id = entry.guid() != null ? entry.guid() : entry.link() != null ? entry.link() : entry.title();
        return UUID.nameUUIDFromBytes(String.valueOf(id).getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }
}
