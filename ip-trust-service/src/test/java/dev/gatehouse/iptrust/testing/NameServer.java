package dev.gatehouse.iptrust.testing;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryDecoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseEncoder;
import io.netty.handler.codec.dns.DefaultDnsRawRecord;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A DNS server on loopback, with good and with broken answers. */
public final class NameServer implements AutoCloseable {
    /** The server does not answer for this name. */
    public static final String SILENCE = "silence";
    /** The server answers SERVFAIL for this name. */
    public static final String FAILURE = "failure";

    private static final int TTL = 60;

    private final NioEventLoopGroup threads = new NioEventLoopGroup(1);
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final Channel channel;

    /** Listens on a free port. */
    public NameServer() {
        channel = new Bootstrap()
                .group(threads)
                .channel(NioDatagramChannel.class)
                .handler(new ChannelInitializer<NioDatagramChannel>() {
                    @Override
                    protected void initChannel(NioDatagramChannel udp) {
                        udp.pipeline()
                                .addLast(
                                        new DatagramDnsQueryDecoder(), new DatagramDnsResponseEncoder(), new Answers());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    /** The address points to this name. */
    public NameServer pointer(String ip, String name) {
        names.put(reverse(ip), name);
        return this;
    }

    /** The name has this address. */
    public NameServer address(String name, String ip) {
        addresses.put(name, ip);
        return this;
    }

    /** Both ways. */
    public NameServer host(String name, String ip) {
        return pointer(ip, name).address(name, ip);
    }

    /** How often it was asked. */
    public int questions() {
        return questions.get();
    }

    /** Where it listens. */
    public String endpoint() {
        return "127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        threads.shutdownGracefully().getNow();
    }

    private static String reverse(String ip) {
        byte[] bytes = literal(ip);
        StringBuilder name = new StringBuilder();
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes.length == 4) {
                name.append(bytes[i] & 0xff).append('.');
            } else {
                name.append(Integer.toHexString(bytes[i] & 0xf)).append('.');
                name.append(Integer.toHexString((bytes[i] >> 4) & 0xf)).append('.');
            }
        }
        return name.append(bytes.length == 4 ? "in-addr.arpa" : "ip6.arpa").toString();
    }

    private static byte[] literal(String ip) {
        try {
            return InetAddress.getByName(ip).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(ip, e);
        }
    }

    private final class Answers extends SimpleChannelInboundHandler<DatagramDnsQuery> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramDnsQuery query) {
            questions.incrementAndGet();
            DnsQuestion question = query.recordAt(DnsSection.QUESTION);
            String asked = question.name().substring(0, question.name().length() - 1);
            String found = question.type().equals(DnsRecordType.PTR) ? names.get(asked) : addresses.get(asked);
            if (!SILENCE.equals(found)) {
                ChannelFuture unused = context.writeAndFlush(answer(query, question, found));
            }
        }

        private DatagramDnsResponse answer(DatagramDnsQuery query, DnsQuestion question, @Nullable String found) {
            DatagramDnsResponse response = new DatagramDnsResponse(
                    /* sender= */ query.recipient(), /* recipient= */ query.sender(), query.id());
            response.addRecord(DnsSection.QUESTION, question);
            if (found == null) {
                response.setCode(DnsResponseCode.NXDOMAIN);
            } else if (found.equals(FAILURE)) {
                response.setCode(DnsResponseCode.SERVFAIL);
            } else {
                response.addRecord(
                        DnsSection.ANSWER,
                        new DefaultDnsRawRecord(
                                question.name(),
                                question.type(),
                                TTL,
                                Unpooled.wrappedBuffer(content(question, found))));
            }
            return response;
        }
    }

    private static byte[] content(DnsQuestion question, String found) {
        return question.type().equals(DnsRecordType.PTR) ? labels(found) : literal(found);
    }

    /* Encoded by hand, because an encoder refuses invalid hostnames. */
    private static byte[] labels(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String label : name.split("\\.", -1)) {
            byte[] text = label.getBytes(StandardCharsets.ISO_8859_1);
            bytes.write(text.length);
            bytes.writeBytes(text);
        }
        bytes.write(0);
        return bytes.toByteArray();
    }
}
