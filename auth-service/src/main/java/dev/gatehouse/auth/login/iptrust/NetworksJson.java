package dev.gatehouse.auth.login.iptrust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.chassis.messaging.wire.WireJson;
import dev.gatehouse.contracts.state.IpTrustState;
import java.util.List;
import java.util.Optional;

/** The column that holds the networks which are trusted for everybody. */
final class NetworksJson {
    private static final TypeReference<List<IpTrustState.TrustedNetwork>> FORM = new TypeReference<>() {};

    private NetworksJson() {}

    static String write(List<IpTrustState.TrustedNetwork> networks) {
        try {
            return WireJson.mapper().writeValueAsString(networks);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Networks have no JSON form", impossible);
        }
    }

    static List<TrustedNetwork> read(String column) {
        try {
            return WireJson.mapper().readValue(column, FORM).stream()
                    .map(told -> TrustedNetwork.read(told.network(), told.expiresAt()))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column ip_trust_setting.networks is not what was written", e);
        }
    }
}
