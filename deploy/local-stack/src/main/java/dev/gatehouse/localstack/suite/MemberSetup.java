package dev.gatehouse.localstack.suite;

import dev.gatehouse.localstack.database.DatabasePasswords;
import dev.gatehouse.localstack.database.Schema;
import dev.gatehouse.localstack.folder.Folders;
import dev.gatehouse.localstack.process.ClassArchive;
import dev.gatehouse.localstack.process.Java;
import dev.gatehouse.localstack.process.Launch;
import dev.gatehouse.localstack.secret.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How each service is started: the packaged program, its JVM options, and the settings it finds in its environment. */
public final class MemberSetup {
    /**
     * On few cores a start is what its processes compute: the quick compiler only, and no collections for want of room
     * while classes load. Measured with two cores: 19.6 s for the whole stack instead of 22.6 to 25 s. Who measures
     * throughput takes the first back with {@code GATEHOUSE_JAVA_OPTIONS=-XX:TieredStopAtLevel=4}.
     */
    private static final List<String> SOONER = List.of("-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=160m", "-Xmn96m");

    /** The only proxy that the services believe: the gateway. */
    private static final String GATEWAY_ADDRESS = "127.0.0.1";

    private static final String PROGRAM = "quarkus-run.jar";
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final StackAddresses addresses;
    private final DatabasePasswords passwords;
    private final Secrets secrets;
    private final Map<String, String> environment;

    /**
     * With what this process finds in its own environment, where a person may overrule names, origin and JVM options.
     */
    public MemberSetup(
            StackAddresses addresses, DatabasePasswords passwords, Secrets secrets, Map<String, String> environment) {
        this.addresses = addresses;
        this.passwords = passwords;
        this.secrets = secrets;
        this.environment = environment;
    }

    /** The packaged program that a build leaves in the service's folder. */
    public static Path program(Path root, Member member) {
        return folder(root, member).resolve(PROGRAM);
    }

    private static Path folder(Path root, Member member) {
        return root.resolve(member.module()).resolve("target/quarkus-app");
    }

    /** How to start the service. */
    public Launch launch(Folders folders, Member member) throws IOException {
        Path folder = folder(folders.root(), member);
        List<String> command = new ArrayList<>();
        command.add(Java.launcher());
        command.addAll(List.of("-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(SOONER);
        SPACES.splitAsStream(environment.getOrDefault("GATEHOUSE_JAVA_OPTIONS", ""))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        // the archive is valid for the class path as it was written, which is relative to the program's folder
        command.addAll(ClassArchive.madeByBuild(folder.resolve("app-cds.jsa")));
        command.addAll(List.of("-jar", PROGRAM));
        return new Launch(
                member.shortName(),
                command,
                environment(member),
                folder,
                folders.logs().resolve(member.shortName() + ".log"));
    }

    /** What the service finds in its environment. */
    public Map<String, String> environment(Member member) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("QUARKUS_HTTP_HOST", GATEWAY_ADDRESS);
        settings.put("QUARKUS_HTTP_PORT", number(StackPort.of(member)));
        settings.put("QUARKUS_MANAGEMENT_PORT", number(StackPort.managementOf(member)));
        settings.put("GATEHOUSE_ORIGIN", addresses.origin(environment));
        settings.put("GATEHOUSE_HELPDESK_NAME", environment.getOrDefault("GATEHOUSE_HELPDESK_NAME", "Acme Helpdesk"));
        settings.put("GATEHOUSE_MESSAGING_INSTANCE", "local");
        settings.put("GATEHOUSE_TRUSTED_PROXIES", GATEWAY_ADDRESS);
        settings.put("GATEHOUSE_FORWARDING_HEADER", "x-forwarded-for");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", addresses.kafka());
        settings.put("GATEHOUSE_SECRET", secrets.key(member.shortName()));
        settings.put("GATEHOUSE_JWKS_URL", "http://127.0.0.1:" + number(StackPort.AUTH) + "/.well-known/jwks.json");
        addDatabase(settings, member.schema());
        addMail(settings);
        addOwnSettings(settings, member);
        return settings;
    }

    private void addDatabase(Map<String, String> settings, Schema schema) {
        settings.put("GATEHOUSE_DB_HOST", addresses.database().host());
        settings.put("GATEHOUSE_DB_PORT", Integer.toString(addresses.database().port()));
        settings.put("GATEHOUSE_DB_NAME", schema.schemaName());
        settings.put("GATEHOUSE_DB_USER", schema.runtimeUser());
        settings.put("GATEHOUSE_DB_PASSWORD", passwords.of(schema.runtimeUser()));
        settings.put("GATEHOUSE_DB_DDL_USER", schema.migrationUser());
        settings.put("GATEHOUSE_DB_DDL_PASSWORD", passwords.of(schema.migrationUser()));
    }

    private void addMail(Map<String, String> settings) {
        settings.put("GATEHOUSE_MAIL_HOST", "127.0.0.1");
        settings.put("GATEHOUSE_MAIL_PORT", number(StackPort.SMTP));
        settings.put("GATEHOUSE_MAIL_FROM", environment.getOrDefault("GATEHOUSE_MAIL_FROM", "noreply@gatehouse.local"));
    }

    private void addOwnSettings(Map<String, String> settings, Member member) throws IOException {
        switch (member) {
            case AUTH -> {
                settings.put("GATEHOUSE_SHARED_SECRET", secrets.key("shared"));
                settings.put("GATEHOUSE_AUTH_BOOTSTRAP_ADMIN_EMAIL", StackAddresses.ADMIN_EMAIL);
                settings.put(
                        "GATEHOUSE_AUTH_BOOTSTRAP_ADMIN_PASSWORD_FILE",
                        addresses.adminPasswordFile().toString());
            }
            case IP_TRUST -> {
                settings.put("GATEHOUSE_SHARED_SECRET", secrets.key("shared"));
                // people log in from 127.0.0.1 here, and it must be possible to trust that address
                settings.put("GATEHOUSE_IP_TRUST_TRUSTEDADDRESS_ALLOW_PRIVATE_ADDRESSES", "true");
            }
            case NOTIFICATION, AUDIT -> {}
        }
    }

    private String number(StackPort port) {
        return Integer.toString(addresses.ports().number(port));
    }
}
