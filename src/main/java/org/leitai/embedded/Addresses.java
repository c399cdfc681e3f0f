package org.leitai.embedded;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.leitai.contest.Contests;
import org.leitai.finals.Finals;
import org.leitai.staff.FirstAccount;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Texts;

/** What a plain start says when it is ready: where to go, and, once, with which password. For the terminal, not for the log. */
@ApplicationScoped
class Addresses {

    private final LeitaiConfig config;
    private final Contests contests;
    private final Finals finals;
    private final FirstAccount firstAccount;
    private final Texts texts;

    Addresses(LeitaiConfig config, Contests contests, Finals finals, FirstAccount firstAccount, Texts texts) {
        this.config = config;
        this.contests = contests;
        this.finals = finals;
        this.firstAccount = firstAccount;
        this.texts = texts;
    }

    void print(@ObservesAsync HttpServerStart started) {
        if (config.local()) {
            System.out.print(text(started.options().getPort()));
            System.out.flush();
        }
    }

    private String text(int port) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(line("start.ready"));
        for (String host : hosts()) {
            String base = "http://" + host + ":" + port;
            lines.add("");
            contests.find(Demo.CODE).ifPresent(contest -> {
                lines.add(line("start.worker", base + "/c/" + contest.code()));
                lines.add(line("start.board", base + "/c/" + contest.code() + "/r/1/board"));
            });
            if (finals.exists(Demo.CODE)) {
                lines.add(line("start.final", base + "/screen/" + Demo.CODE));
            }
            lines.add(line("start.staff", base + "/staff"));
        }
        firstAccount.passwordOnce().ifPresent(password -> {
            lines.add("");
            lines.add(line("start.password", FirstAccount.USERNAME, password));
        });
        lines.add("");
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private String line(String key, Object... arguments) {
        return texts.of(Texts.CHINESE, key, arguments);
    }

    /** This machine, then its addresses for phones in the same network. */
    private static List<String> hosts() {
        var hosts = new ArrayList<String>(List.of("localhost"));
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                for (InetAddress address : Collections.list(network.getInetAddresses())) {
                    if (address instanceof Inet4Address && !address.isLoopbackAddress() && network.isUp()) {
                        hosts.add(address.getHostAddress());
                    }
                }
            }
        } catch (SocketException e) {
            return hosts;
        }
        return hosts;
    }
}
