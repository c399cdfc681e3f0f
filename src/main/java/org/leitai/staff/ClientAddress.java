package org.leitai.staff;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from 来源地址, as the throttle counts it. Forwarded addresses count only where the server is told to
 * trust its proxy ({@code quarkus.http.proxy.proxy-address-forwarding}).
 */
final class ClientAddress {

    private static final int NETWORK_BYTES = 8; // an IPv6 customer has at least a /64 to choose addresses from

    private ClientAddress() {}

    static String of(HttpServerRequest request) {
        return group(request.remoteAddress().hostAddress());
    }

    static String group(String address) {
        if (!address.contains(":")) {
            return address; // and never a name to look up
        }
        try {
            byte[] network = Arrays.copyOf(InetAddress.getByName(address).getAddress(), NETWORK_BYTES);
            return HexFormat.of().formatHex(network) + "/64";
        } catch (UnknownHostException notAnAddress) {
            return "unknown";
        }
    }
}
