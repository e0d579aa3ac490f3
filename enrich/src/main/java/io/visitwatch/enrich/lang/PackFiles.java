package io.visitwatch.enrich.lang;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of all packs: those on the class path, and over them, file by file, those in a folder of the user's. */
final class PackFiles {
    static final String LIST = "languages.txt";

    private static final String ROOT = "/io/visitwatch/enrich/lang/";

    private final @Nullable Path folder;
    private final MessageDigest sha = sha256();

    PackFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * Refuses a folder that holds anything but the files named: a misspelt name would be a changed rule that changes nothing.
     *
     * @param codes languages there is a pack for
     * @param names file names a pack may have
     */
    void refuseUnknown(Set<String> codes, Set<String> names) {
        if (folder == null) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new LanguagePackException(
                    folder + ": no such folder; language-packs names a folder laid out as lang/");
        }
        Set<String> known = new TreeSet<>(Set.of(LIST));
        codes.forEach(code -> names.forEach(name -> known.add(code + "/" + name)));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!known.contains(name)) {
                    throw new LanguagePackException(file + ": no file of a language pack; wants <language>/"
                            + String.join(", ", new TreeSet<>(names)) + " of a language in " + LIST);
                }
            }
        } catch (IOException e) {
            throw new LanguagePackException(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The lines of one file that say something; all of it goes into the digest. */
    List<String> lines(String name) {
        try (InputStream in = open(name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                sha.update(line.getBytes(StandardCharsets.UTF_8));
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read language pack file " + name, e);
        }
    }

    /** A fault in a file: the user's to put right when it is in the folder, ours when it is bundled. */
    RuntimeException fault(String name, String cause) {
        return own(name) == null
                ? new IllegalStateException(name + cause)
                : new LanguagePackException(own(name) + cause);
    }

    /** Digest of all lines read so far. */
    String digest() {
        return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
    }

    private InputStream open(String name) throws IOException {
        Path own = own(name);
        if (own != null) {
            return Files.newInputStream(own);
        }
        InputStream in = PackFiles.class.getResourceAsStream(ROOT + name);
        if (in == null) {
            throw folder == null
                    ? new IllegalStateException("language pack file " + name + " is missing")
                    : new LanguagePackException(folder.resolve(name) + ": missing, and no such file is bundled");
        }
        return in;
    }

    private @Nullable Path own(String name) {
        Path file = folder == null ? null : folder.resolve(name);
        return file != null && Files.isRegularFile(file) ? file : null;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
