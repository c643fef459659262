package io.serviceconcept.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.serviceconcept.eventsourcing.EventTypes;

/** Emmett in a Node process of its own that is told over its standard input how long to append. */
final class EmmettContender implements Contender {

    private static final int EVENTS = 64;
    private static final long LONGEST_STOP_SECONDS = 10;

    private final JsonMapper json = EventTypes.json();
    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;

    EmmettContender(Path directory, Database database, int callers, List<String> streams) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("node", "emmett.mjs").directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DATABASE_URL", database.uri());
        this.process = builder.start();
        this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        ask(Map.of("callers", callers, "streams", streams, "type", ResponseReceived.TYPE, "events",
                Events.pool().subList(0, EVENTS), "metadata", json.readTree(Events.metadata())));
    }

    @Override
    public String name() {
        return "Emmett";
    }

    @Override
    public Sample run(Duration slice) throws IOException {
        JsonNode answer = ask(Map.of("milliseconds", slice.toMillis()));
        Histogram latencies = Sample.histogram();
        answer.get("microseconds").forEach(each -> latencies.recordValue(each.asLong() * 1_000));
        return new Sample(latencies.getTotalCount(), answer.get("nanoseconds").asLong(), latencies);
    }

    @Override
    public ProcessHandle client() {
        return process.toHandle();
    }

    private JsonNode ask(Map<String, Object> command) throws IOException {
        commands.write(json.writeValueAsString(command));
        commands.newLine();
        commands.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("Emmett's process ended");
        }
        return json.readTree(answer);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        commands.close();
        if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
