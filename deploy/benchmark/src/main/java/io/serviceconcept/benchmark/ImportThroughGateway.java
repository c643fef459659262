package io.serviceconcept.benchmark;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

/** Uploads a file of responses at the gateway; done when its last line is stored. */
final class ImportThroughGateway implements Contender {

    private static final long LOOK_MILLISECONDS = 20;

    private final ServiceProcess service;
    private final Api gateway;
    private final Survey survey;
    private final int lines;
    private int files;

    /** @param service takes the lines in */
    ImportThroughGateway(ServiceProcess service, Api gateway, Survey survey, int lines) {
        this.service = service;
        this.gateway = gateway;
        this.survey = survey;
        this.lines = lines;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Sample run(Duration slice) throws Exception {
        long nanoseconds = imported(lines);
        Counted.await(gateway, survey, (long) files * lines);
        return Sample.ofOneOperation(lines, nanoseconds);
    }

    /** @return how long it took until every line was stored */
    private long imported(int count) throws Exception {
        try (ResponsesFile file = ResponsesFile.written("file-" + ++files, count)) {
            return imported(gateway, survey, file, count);
        }
    }

    static long imported(Api gateway, Survey survey, ResponsesFile file, int lines) throws Exception {
        long begun = System.nanoTime();
        String path = gateway.send(gateway.to("/v1/imports?of=RESPONSES&survey=" + survey.id())
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofFile(file.path())), 202).headers().firstValue("Location").orElseThrow();
        JsonNode seen = gateway.get(path);
        while (!seen.path("state").asText().equals("DONE")) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
            seen = gateway.get(path);
        }
        long nanoseconds = System.nanoTime() - begun;
        if (seen.path("counts").path("stored").asLong() != lines) {
            throw new IllegalStateException("an import became " + seen);
        }
        return nanoseconds;
    }

    @Override
    public ProcessHandle client() {
        return service.handle();
    }

    @Override
    public void close() {
        // what it uses is its row's
    }
}
