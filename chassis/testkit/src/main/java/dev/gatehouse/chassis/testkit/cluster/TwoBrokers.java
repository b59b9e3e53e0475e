package dev.gatehouse.chassis.testkit.cluster;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.StackEnds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A cluster of its own, of which the second broker can be killed: what it alone holds has no leader then. */
public final class TwoBrokers implements AutoCloseable {
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final Duration STARTED = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(100);

    private final List<Node> nodes;
    private final Admin admin;
    private final String bootstrapServers;
    private final Thread end;

    private TwoBrokers(List<Node> nodes, int port) {
        this.nodes = nodes;
        this.bootstrapServers = "127.0.0.1:" + port;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.end = new Thread(() -> nodes.forEach(Node::kill));
        Runtime.getRuntime().addShutdownHook(end);
    }

    /** Returns when both take clients. */
    public static TwoBrokers start() {
        try {
            Path folder = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "brokers");
            List<Integer> ports = freePorts(3);
            Path classPath = StackEnds.packagedStack();
            TwoBrokers brokers = new TwoBrokers(
                    List.of(
                            Node.start(folder.resolve("first"), classPath, FIRST, ports.get(0), ports.get(2)),
                            Node.start(folder.resolve("second"), classPath, SECOND, ports.get(1), ports.get(2))),
                    ports.get(0));
            Eventually.within(STARTED, "both brokers are up", () -> brokers.size() == 2);
            return brokers;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The first broker, which stays. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Creates a topic with a partition for each of these: true for one that only the second broker holds. */
    public void create(String topic, boolean... onSecond) {
        Map<Integer, List<Integer>> holders = IntStream.range(0, onSecond.length)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> partition, partition -> List.of(onSecond[partition] ? SECOND : FIRST)));
        var unused =
                get(admin.createTopics(List.of(new NewTopic(topic, holders))).all());
    }

    /** Returns when the cluster has missed it. */
    public void killSecond() {
        nodes.getLast().kill();
        Eventually.holds("the second broker is missed", () -> size() == 1);
    }

    /** Returns when it takes clients again. */
    public void startSecond() {
        try {
            nodes.getLast().startAgain();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Eventually.within(STARTED, "the second broker is back", () -> size() == 2);
    }

    /** Everything that the topic holds now, in order per partition. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(last -> consumer.position(last.getKey()) < last.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        nodes.forEach(Node::kill);
        Runtime.getRuntime().removeShutdownHook(end);
    }

    private int size() {
        return get(admin.describeCluster().nodes()).size();
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The cluster refuses", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int port = 0; port < count; port++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }
}
