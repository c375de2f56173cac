package dz.linatatawwa.door;

import dz.linatatawwa.world.Rehearsal;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends hostile inputs to every form that the crawler found and to every operation of the API, drawn from a seed, and notes each answer that is not one. */
final class Fuzzer {

  private static final int MOST_OF_A_HEAD = 7_000;
  private static final int MOST_FAULTS = 40;
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private final DoorCountry country;
  private final int port;
  private final RandomGenerator random;
  private final Map<Role, Visit> people = new EnumMap<>(Role.class);
  private final Map<Role, List<Form>> forms = new EnumMap<>(Role.class);
  private final List<Operation> operations = new ArrayList<>();
  private final Set<String> faults = new TreeSet<>();
  private final Map<String, Integer> answers = new TreeMap<>();
  private int sent;

  /** @param fields of a JSON body; the parts of the address are in it */
  private record Operation(String method, String path, List<String> queries, List<String> fields) {}

  Fuzzer(DoorCountry country, int port, RandomGenerator random) {
    this.country = country;
    this.port = port;
    this.random = random;
  }

  /** Learns what there is: the forms by walking, the operations from their description. */
  Fuzzer learn(List<Role> roles) {
    for (Role role : roles) {
      people.put(role, country.visit(role, DoorCountry.HOME));
      forms.put(role, new Crawl(people.get(role), role.key()).shortly().from("/", "/desk").forms());
    }
    JsonNode api = JsonMapper.shared().readTree(new Visit(port).get("/api/openapi.json").body());
    api.path("paths").properties().forEach(path -> path.getValue().properties().stream().filter(one -> METHODS.contains(one.getKey())).forEach(one ->
        operations.add(operation(api, one.getKey(), path.getKey(), one.getValue()))));
    return this;
  }

  private static Operation operation(JsonNode api, String method, String path, JsonNode said) {
    List<String> queries = said.path("parameters").values().stream().filter(one -> one.path("in").asString().equals("query")).map(one -> one.path("name").asString()).toList();
    JsonNode schema = said.at("/requestBody/content/application~1json/schema");
    if (schema.has("$ref")) schema = api.at(schema.path("$ref").asString().substring(1));
    List<String> fields = schema.path("properties").properties().stream().map(Map.Entry::getKey).toList();
    return new Operation(method.toUpperCase(java.util.Locale.ROOT), path, queries, fields);
  }

  int known() {
    return forms.values().stream().mapToInt(List::size).sum() + operations.size();
  }

  Set<String> faults() {
    return faults;
  }

  int sent() {
    return sent;
  }

  /** How often each status was answered. */
  Map<String, Integer> answers() {
    return answers;
  }

  /** One input. Most are played and taken back, so that those who send them stay who they are; some are kept. */
  void once() {
    Role role = new ArrayList<>(people.keySet()).get(random.nextInt(people.size()));
    Visit visit = people.get(role);
    Map<String, String> cookies = Map.copyOf(visit.cookies());
    int what = random.nextInt(20);
    List<Form> known = forms.get(role);
    Form form = known.isEmpty() ? null : known.get(random.nextInt(known.size()));
    boolean kept = form != null && form.typed() && random.nextInt(4) == 0;
    if (what < 13 && form != null) played(!kept, () -> form(role, visit, form));
    else if (what < 18) played(true, () -> api(role, visit, operations.get(random.nextInt(operations.size()))));
    else played(true, () -> page(role, visit));
    visit.cookies().clear();
    visit.cookies().putAll(cookies);
  }

  private void played(boolean takenBack, Supplier<Boolean> deed) {
    sent++;
    if (!takenBack) {
      deed.get();
      return;
    }
    try (Rehearsal rehearsal = TestDatabase.one().rehearse()) {
      deed.get();
    }
  }

  private boolean form(Role role, Visit visit, Form form) {
    StringBuilder body = new StringBuilder("_csrf=").append(visit.token());
    boolean all = random.nextInt(5) == 0;
    int one = form.fields().isEmpty() ? -1 : random.nextInt(form.fields().size());
    List<String> typed = new ArrayList<>();
    for (int i = 0; i < form.fields().size(); i++) {
      Form.Field field = form.fields().get(i);
      boolean hostile = all || i == one;
      String value = hostile ? Hostile.text(random) : field.value();
      if (hostile && random.nextInt(10) == 0) continue;
      typed.addAll(List.of(field.name(), value));
      body.append('&').append(java.net.URLEncoder.encode(field.name(), StandardCharsets.UTF_8)).append('=')
          .append(hostile ? Hostile.encoded(value, random) : java.net.URLEncoder.encode(value, StandardCharsets.UTF_8));
      if (hostile && random.nextInt(12) == 0) body.append('&').append(field.name()).append("=again&").append(field.name()).append("%5B%5D=1&").append(field.name()).append("%5Ba%5D%5Bb%5D=1");
    }
    if (random.nextInt(25) == 0) for (int i = 0; i < 1_500; i++) body.append("&a").append(i).append('=');
    String path = random.nextInt(12) == 0 ? form.action().replaceFirst("[0-9]+", Hostile.part(random).replace("$", "\\$")) : form.action();
    String input = role.key() + " → POST " + path + " " + shortened(body.toString());
    if (form.parts() || random.nextInt(30) == 0) return judged(input, path, () -> parts(visit, path, typed, form));
    String type = random.nextInt(30) == 0 ? List.of("text/plain", "application/json", "application/x-www-form-urlencoded; charset=utf-7", "application/xml", "multipart/form-data", "*/*", "x").get(random.nextInt(7))
        : "application/x-www-form-urlencoded";
    return judged(input, path, () -> visit.send("POST", path, body.toString().getBytes(StandardCharsets.UTF_8), "Content-Type", type));
  }

  private Visit.Answer parts(Visit visit, String path, List<String> typed, Form form) {
    String field = form.fields().stream().filter(one -> one.type().equals("file")).map(Form.Field::name).findFirst().orElse("file");
    byte[] content = switch (random.nextInt(8)) {
      case 0 -> new byte[0];
      case 1 -> "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII);
      case 2 -> new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'};
      case 3 -> new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0};
      case 4 -> "<?xml version=\"1.0\"?><!DOCTYPE zz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><zz>&x;</zz>".getBytes(StandardCharsets.US_ASCII);
      case 5 -> ("a;b\n" + Hostile.text(random) + ";" + Hostile.text(random) + "\n").repeat(3).getBytes(StandardCharsets.UTF_8);
      case 6 -> new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 2, 0, 0, 0};
      default -> Hostile.text(random).getBytes(StandardCharsets.UTF_8);
    };
    String name = Hostile.text(random).replaceAll("[\r\n\"]", "");
    String type = List.of("application/pdf", "image/png", "text/csv", "text/html", "application/octet-stream", "x").get(random.nextInt(6));
    return visit.postFile(path, field, name.length() > 3_000 ? name.substring(0, 3_000) : name, type, content, typed.stream().map(one -> one.replaceAll("[\r\n]", " ")).toArray(String[]::new));
  }

  private boolean api(Role role, Visit visit, Operation operation) {
    String path = operation.path();
    while (path.contains("{")) path = path.replaceFirst("\\{[^}]*}", random.nextInt(3) == 0 ? Hostile.part(random).replace("$", "\\$") : Integer.toString(1 + random.nextInt(40)));
    StringBuilder query = new StringBuilder();
    for (String name : operation.queries()) if (random.nextInt(2) == 0) query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(strict(Hostile.encoded(Hostile.text(random), random)));
    String address = path + (query.length() > 6_000 ? query.substring(0, 6_000).replaceAll("%.?$", "") : query);
    byte[] body = operation.method().equals("GET") ? new byte[0] : body(operation);
    List<String> headers = new ArrayList<>(List.of("Content-Type", random.nextInt(20) == 0 ? "text/html" : "application/json", "X-CSRF-TOKEN", visit.token(), "Idempotency-Key",
        random.nextInt(3) == 0 ? Hostile.part(random) : "fuzz-key-" + random.nextInt(1_000_000)));
    if (random.nextInt(25) == 0) {
      body = packed(body);
      headers.addAll(List.of("Content-Encoding", "gzip"));
    }
    byte[] whole = body;
    return judged(role.key() + " → " + operation.method() + " " + address + " " + shortened(new String(body, StandardCharsets.UTF_8)), address,
        () -> visit.send(operation.method(), address, whole, headers.toArray(String[]::new)));
  }

  private byte[] body(Operation operation) {
    if (random.nextInt(30) == 0) return "[".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(30) == 0) return "{\"a\":".repeat(5_000).getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(400) == 0) return ("[" + "\"aaaaaaaaaaaaaaaa\",".repeat(600_000) + "1]").getBytes(StandardCharsets.UTF_8);
    if (operation.fields().isEmpty() || random.nextInt(6) == 0) return Hostile.json(random, 0).getBytes(StandardCharsets.UTF_8);
    StringBuilder json = new StringBuilder("{");
    for (String field : operation.fields()) {
      if (random.nextInt(6) == 0) continue;
      if (json.length() > 1) json.append(',');
      json.append('"').append(field).append("\":").append(random.nextInt(3) == 0 ? "1" : Hostile.json(random, 1));
    }
    String whole = json.append("}").toString();
    return (random.nextInt(20) == 0 ? whole.substring(0, random.nextInt(whole.length())) : whole).getBytes(StandardCharsets.UTF_8);
  }

  private boolean page(Role role, Visit visit) {
    List<Form> known = forms.get(role);
    String page = known.isEmpty() ? "/opportunities" : known.get(random.nextInt(known.size())).page().replaceAll("\\?.*", "");
    String path = random.nextInt(3) == 0 ? page.replaceFirst("[^/]+$", Hostile.part(random).replace("$", "\\$")) : page;
    StringBuilder query = new StringBuilder();
    for (String name : List.of("q", "page", "wilaya", "field", "from", "to", "lang", "show", "day", "sort", "near")) {
      if (random.nextInt(4) == 0) query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(strict(Hostile.encoded(Hostile.text(random), random)));
    }
    String address = path + (query.length() > 6_000 ? query.substring(0, 6_000).replaceAll("%.?$", "") : query);
    return judged(role.key() + " → GET " + shortened(address), address, () -> visit.send("GET", address, new byte[0]));
  }

  /** As our own client is able to send it; the broken forms are sent bare. */
  private static String strict(String encoded) {
    return encoded.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }

  private boolean judged(String input, String path, Supplier<Visit.Answer> deed) {
    Visit.@Nullable Answer answer;
    try {
      answer = deed.get();
    } catch (RuntimeException e) {
      if (!(e instanceof IllegalArgumentException)) fault(input, "no answer: " + e);
      return false;
    }
    answers.merge(Integer.toString(answer.status()), 1, Integer::sum);
    String type = answer.header("Content-Type").orElse("");
    if (answer.status() >= 500) fault(input, "broke: " + answer.status());
    Looks.any(answer.body()).forEach(what -> fault(input, what));
    if (type.startsWith("text/html")) Looks.markup(answer.page()).forEach(what -> fault(input, what));
    // of a head that is too long to be read nobody knows that it is for the API
    boolean readable = path.length() < MOST_OF_A_HEAD;
    if (readable && path.startsWith("/api/") && answer.status() >= 400 && !type.startsWith("application/problem+json")) fault(input, "the API answered " + answer.status() + " as " + type);
    String leads = answer.leadsTo();
    if (answer.status() / 100 == 3 && !leads.isEmpty() && (!leads.startsWith("/") || leads.startsWith("//") || leads.startsWith("/\\"))) fault(input, "led elsewhere: " + leads);
    if (answer.setCookies().stream().anyMatch(cookie -> cookie.startsWith("zz"))) fault(input, "a header was written by what was typed");
    return true;
  }

  private void fault(String input, String what) {
    if (faults.size() < MOST_FAULTS) faults.add(what + " ← " + input);
  }

  private static String shortened(String text) {
    return text.length() > 400 ? text.substring(0, 400) + "…(" + text.length() + ")" : text;
  }

  private static byte[] packed(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
