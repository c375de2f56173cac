package dz.linatatawwa.api;

import dz.linatatawwa.world.Visit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of somebody else that calls the platform with a key. */
final class OtherSystem {

  private final int port;
  private final String secret;

  OtherSystem(int port, String secret) {
    this.port = port;
    this.secret = secret;
  }

  Visit.Answer get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** A deed with an Idempotency-Key of its own. */
  Visit.Answer post(String path, String json) {
    return post(path, json, UUID.randomUUID().toString());
  }

  Visit.Answer post(String path, String json, String once) {
    return send("POST", path, json, "Content-Type", "application/json", "Idempotency-Key", once);
  }

  Visit.Answer put(String path, String json, String tag) {
    return send("PUT", path, json, "Content-Type", "application/json", "If-Match", tag);
  }

  Visit.Answer send(String method, String path, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!secret.isEmpty()) all.addAll(List.of("Authorization", "Bearer " + secret));
    return new Visit(port).reading("en").send(method, path, body.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
  }

  static JsonNode json(Visit.Answer answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /** The end of a problem's type. */
  static String problem(Visit.Answer answer) {
    return json(answer).path("type").asString().replaceFirst("^/developers/problems/", "");
  }
}
