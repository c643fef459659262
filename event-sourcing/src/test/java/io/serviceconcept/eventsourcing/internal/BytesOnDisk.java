package io.serviceconcept.eventsourcing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for a word in every file below a directory: as it is, in UTF-16, in base64 wherever it begins, and in hex. */
record BytesOnDisk(String word) {

    Set<Path> in(Path directory) {
        List<String> forms = forms();
        Set<Path> found = new TreeSet<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (holds(file, forms)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    // a server renames and removes files as it goes
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    boolean isIn(String text) {
        return forms().stream().anyMatch(text::contains);
    }

    private static boolean holds(Path file, List<String> forms) throws IOException {
        try {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            return forms.stream().anyMatch(content::contains);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private List<String> forms() {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return Stream.concat(Stream.of(bytes(word.getBytes(StandardCharsets.UTF_8)),
                bytes(word.getBytes(StandardCharsets.UTF_16LE)), bytes(word.getBytes(StandardCharsets.UTF_16BE)),
                HexFormat.of().formatHex(bytes), HexFormat.of().withUpperCase().formatHex(bytes)),
                Stream.of(0, 1, 2).map(offset -> base64(bytes, offset))).toList();
    }

    /** The characters that depend on the word alone when so many other bytes stand before it. */
    private static String base64(byte[] word, int offset) {
        byte[] shifted = new byte[offset + word.length];
        System.arraycopy(word, 0, shifted, offset, word.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return all.substring((offset * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    private static String bytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
