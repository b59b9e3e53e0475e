package dev.gatehouse.localstack.bench;

import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.suite.Member;
import dev.gatehouse.localstack.suite.MemberSetup;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run measured, with what it depends on: the machine, the Java, the settings and the programs. */
final class BenchReport {
    private final JsonObject report;
    private final JsonObject benchmarks = new JsonObject();

    private BenchReport(JsonObject report) {
        this.report = report;
        report.put("benchmarks", benchmarks);
    }

    static BenchReport begin(Folders folders, Map<String, String> settings, Instant now) throws IOException {
        return new BenchReport(new JsonObject()
                .put("at", now.toString())
                .put("version", version())
                .put("machine", machine())
                .put("settings", new JsonObject(Map.copyOf(settings)))
                .put("programs", programs(folders.root())));
    }

    void add(String benchmark, List<Figure> figures) {
        JsonArray list = new JsonArray();
        figures.forEach(figure -> list.add(json(figure)));
        benchmarks.put(benchmark, list);
    }

    String encode() {
        return report.encodePrettily() + "\n";
    }

    static JsonObject json(Figure figure) {
        JsonObject json = new JsonObject()
                .put("name", figure.name())
                .put("value", Double.isNaN(figure.value()) ? null : figure.value())
                .put("unit", figure.unit())
                .put("verdict", figure.verdict().name());
        figure.goal().ifPresent(goal -> json.put("goal", goal.limit())
                .put("bound", goal.bound().name()));
        return json;
    }

    private static JsonObject machine() {
        return new JsonObject()
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .put("arch", System.getProperty("os.arch"))
                .put("java", Runtime.version().toString());
    }

    private static String version() {
        return Optional.ofNullable(BenchReport.class.getPackage().getImplementationVersion())
                .orElse("not packaged");
    }

    /** Names the programs by what they are, wherever they come from. */
    private static JsonObject programs(Path root) throws IOException {
        JsonObject programs = new JsonObject();
        for (Member member : Member.values()) {
            Path folder = MemberSetup.program(root, member).resolveSibling("app");
            try (var files = Files.list(folder)) {
                programs.put(member.shortName(), digest(files.sorted().toList()));
            }
        }
        return programs;
    }

    private static String digest(List<Path> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                try (DigestInputStream read = new DigestInputStream(Files.newInputStream(file), digest)) {
                    var unused = read.transferTo(OutputStream.nullOutputStream());
                }
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
