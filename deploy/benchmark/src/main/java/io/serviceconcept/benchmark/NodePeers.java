package io.serviceconcept.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Peers that come as npm packages, installed at run time under {@code target}.
 *
 * @param directory where they were installed
 * @param whyNot what is missing when they were not
 */
record NodePeers(Optional<Path> directory, String whyNot) {

    private static final long LONGEST_MINUTES = 3;

    static NodePeers absent(String whyNot) {
        return new NodePeers(Optional.empty(), whyNot);
    }

    /** @param home the folder of this module */
    static NodePeers install(Path home) throws IOException, InterruptedException {
        Path target = home.resolve("target/peers");
        Files.createDirectories(target);
        for (String file : List.of("package.json", "package-lock.json", "emmett.mjs")) {
            Files.copy(home.resolve("peers").resolve(file), target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!succeeds(target, "node", "--version") || !succeeds(target, "npm", "--version")) {
            return absent("no Node");
        }
        return succeeds(target, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                ? new NodePeers(Optional.of(target), "")
                : absent("npm could not install it");
    }

    private static boolean succeeds(Path directory, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
