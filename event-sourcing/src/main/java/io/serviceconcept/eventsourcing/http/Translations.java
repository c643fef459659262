package io.serviceconcept.eventsourcing.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What problems say, in Dutch. The code speaks English; each module brings the Dutch of what it says in
 * {@value #FILE}: titles by the stable type of the problem, other texts by the English text itself, with {@code {0}} where
 * it names something. What is not there stays English.
 */
public final class Translations {

    private static final String FILE = "META-INF/problems/nl.json";

    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final List<Sentence> sentences = new ArrayList<>();

    private Translations() {
    }

    private record File(Map<String, String> titles, Map<String, String> words, Map<String, String> texts) {
    }

    /** The Dutch of all modules that this class loader sees. */
    public static Translations dutch() {
        try {
            ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                    .orElseGet(Translations.class::getClassLoader);
            Translations translations = new Translations();
            for (URL url : Collections.list(loader.getResources(FILE))) {
                try (InputStream file = url.openStream()) {
                    translations.add(new ObjectMapper().readValue(file, File.class));
                }
            }
            // what says most of itself first: "{0} is {1}" would take in many others
            translations.sentences.sort(Comparator.comparingInt(Sentence::weight).reversed());
            return translations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(File file) {
        titles.putAll(file.titles());
        words.putAll(file.words());
        file.texts().forEach((english, dutch) -> {
            if (english.contains("{0}")) {
                sentences.add(Sentence.of(english, dutch));
            } else {
                texts.put(english, dutch);
            }
        });
    }

    /** @param type the last part of the problem's type URI */
    public Optional<String> title(String type) {
        return Optional.ofNullable(titles.get(type));
    }

    /** The Dutch of a detail or of a violation's message; the English when there is none. */
    public String text(String english) {
        String whole = texts.get(english);
        if (whole != null) {
            return whole;
        }
        for (Sentence sentence : sentences) {
            List<String> named = sentence.named(english);
            if (named != null) {
                return sentence.dutch(named, words);
            }
        }
        return english;
    }

    /** Whether there is Dutch for this text. */
    public boolean knows(String english) {
        return texts.containsKey(english) || sentences.stream().anyMatch(sentence -> sentence.named(english) != null);
    }
}
