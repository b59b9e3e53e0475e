package dev.gatehouse.localstack.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Stands where a packaged service would: ready at once on its management port, shows its settings on the other. Lets
 * the launcher be tried before and without the services.
 */
public final class StandIn {
    private StandIn() {}

    /** Runs until it is ended. */
    public static void main(String[] arguments) throws IOException {
        answer("QUARKUS_HTTP_PORT", setting("GATEHOUSE_DB_USER") + " " + setting("GATEHOUSE_TRUSTED_PROXIES"));
        answer("QUARKUS_MANAGEMENT_PORT", "UP");
    }

    private static String setting(String name) {
        return String.valueOf(System.getenv(name));
    }

    private static void answer(String portSetting, String text) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(setting(portSetting))), 0);
        server.createContext("/", exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    /** Packs this class as a runnable program. */
    static void pack(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        String entry = StandIn.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var bytes = StandIn.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new ZipEntry(entry));
            if (bytes != null) {
                var unused = bytes.transferTo(out);
            }
            out.closeEntry();
        }
    }
}
