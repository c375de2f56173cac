package dz.linatatawwa.door;

import dz.linatatawwa.world.Visit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.multipart.MultipartFile;

/** A route with everything filled in, so that nothing but who asks decides: the address, the fields that must be there, the file, the body. */
final class Call {

  private static final Pattern PART = Pattern.compile("\\{\\*?([A-Za-z]+)}");
  private static final Map<String, String> USUAL = Map.ofEntries(Map.entry("reason", "سبب واضح لهذا القرار"), Map.entry("words", "كلمات واضحة ومفهومة"), Map.entry("from", "08:00"),
      Map.entry("to", "10:00"), Map.entry("language", "ar"), Map.entry("lang", "ar"), Map.entry("answer", "yes"), Map.entry("hash", "0"));
  private static final Map<String, String> THINGS = Map.ofEntries(Map.entry("volunteer", "volunteer"), Map.entry("claim", "claims"), Map.entry("claims", "claims"),
      Map.entry("application", "applications"), Map.entry("applications", "applications"), Map.entry("training", "trainings"), Map.entry("organization", "organizations"),
      Map.entry("contact", "contact"), Map.entry("wilaya", "wilaya"), Map.entry("commune", "commune"), Map.entry("member", "memberships"), Map.entry("membership", "memberships"),
      Map.entry("ids", "applications"), Map.entry("person", "volunteer"), Map.entry("registration", "registrations"));

  private final Route route;
  private final Rule rule;
  private final Map<String, Map<String, String>> country;

  Call(Route route, Rule rule, Map<String, Map<String, String>> country) {
    this.route = route;
    this.rule = rule;
    this.country = country;
  }

  /** How many parts of the address name something of one side. */
  int named() {
    int named = 0;
    Matcher part = PART.matcher(route.address());
    while (part.find()) if (!rule.with().containsKey(part.group(1)) || rule.with().get(part.group(1)).startsWith("@")) named++;
    return named;
  }

  /** @param sides of the varying parts, in their order; the last one stands for those after it and for the fields */
  String path(List<String> sides) {
    StringBuilder path = new StringBuilder();
    Matcher part = PART.matcher(route.address());
    int from = 0;
    int number = 0;
    while (part.find()) {
      path.append(route.address(), from, part.start());
      boolean fixed = rule.with().containsKey(part.group(1)) && !rule.with().get(part.group(1)).startsWith("@");
      String side = sides.get(Math.min(number, sides.size() - 1));
      path.append(value(part.group(1), side));
      if (!fixed) number++;
      from = part.end();
    }
    return path.append(route.address().substring(from)).toString().replace("**", "");
  }

  private String value(String name, String side) {
    String written = rule.with().get(name);
    if (written != null) return written.startsWith("@") ? thing(written.substring(1), side) : written;
    Map<String, String> things = country.get(side);
    String words = words(name);
    for (String tail = words; ; tail = tail.substring(tail.indexOf('/') + 1)) {
      if (things.containsKey(tail)) return things.get(tail);
      if (tail.indexOf('/') < 0) break;
    }
    throw new IllegalStateException(Rule.TABLE + ":" + rule.line() + ": what is {" + name + "} of " + route.name() + "? Plant it in country.sql under one of the names that end «" + words
        + "», or write " + name + "=VALUE or " + name + "=@NAME at the end of the line.");
  }

  /** The words of the address before this part. */
  private String words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : route.address().substring(0, route.address().indexOf("{" + name)).split("/")) {
      if (word.equals("{kind}")) words.add(rule.with().getOrDefault("kind", "organizations"));
      else if (!word.isEmpty() && !word.startsWith("{")) words.add(word);
    }
    return String.join("/", words);
  }

  private String thing(String name, String side) {
    String value = country.get(side).get(name);
    if (value == null) throw new IllegalStateException(Rule.TABLE + ":" + rule.line() + ": country.sql has nothing named " + name);
    return value;
  }

  /** Asks, as this visitor. */
  Visit.Answer by(Visit visitor, List<String> sides) {
    String path = path(sides);
    String side = sides.getLast();
    List<String> fields = fields(side);
    return switch (route.method()) {
      case "GET", "ANY" -> visitor.get(fields.isEmpty() ? path : path + "?" + query(fields));
      case "DELETE" -> visitor.delete(path);
      case "PUT" -> visitor.send("PUT", path, filled(rule.with().getOrDefault("body", "{}"), side).getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json", "X-CSRF-TOKEN",
          visitor.token());
      default -> post(visitor, path, fields, side);
    };
  }

  private Visit.Answer post(Visit visitor, String path, List<String> fields, String side) {
    String file = null;
    boolean body = rule.with().containsKey("body");
    for (MethodParameter parameter : route.handler().getMethodParameters()) {
      if (parameter.hasParameterAnnotation(RequestBody.class)) body = true;
      if (parameter.nested().getNestedParameterType() == MultipartFile.class || parameter.getGenericParameterType().getTypeName().contains("MultipartFile")) file = name(parameter);
    }
    if (body) {
      List<String> headers = new ArrayList<>();
      for (MethodParameter parameter : route.handler().getMethodParameters()) {
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) headers.addAll(List.of(header.name().isEmpty() ? header.value() : header.name(), UUID.randomUUID().toString()));
      }
      return visitor.postJson(path, filled(rule.with().getOrDefault("body", "{}"), side), headers.toArray(String[]::new));
    }
    if (raw()) return visitor.postRaw(path + "?" + query(fields), PDF);
    if (file != null) return visitor.postFile(path, file, "waraqa.pdf", "application/pdf", PDF, fields.toArray(String[]::new));
    return visitor.post(path, fields.toArray(String[]::new));
  }

  /** Whether the table itself is the body. */
  private boolean raw() {
    PostMapping asked = route.handler().getMethodAnnotation(PostMapping.class);
    return asked != null && List.of(asked.consumes()).contains("application/octet-stream");
  }

  /** Whether it asks the same of both sides. */
  boolean same(List<String> one, List<String> other) {
    return path(one).equals(path(other)) && fields(one.getLast()).equals(fields(other.getLast()));
  }

  /** In a body, {@code %name%} stands for what the country has under that name. */
  private String filled(String body, String side) {
    return Pattern.compile("%([a-z/-]+)%").matcher(body).replaceAll(found -> Matcher.quoteReplacement(thing(found.group(1), side)));
  }

  private static final byte[] PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private List<String> fields(String side) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (MethodParameter parameter : route.handler().getMethodParameters()) {
      RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
      if (asked == null || parameter.getGenericParameterType().getTypeName().contains("MultipartFile") || Map.class.isAssignableFrom(parameter.getParameterType())) continue;
      String name = name(parameter);
      boolean needed = asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE) && !parameter.isOptional();
      if (needed) fields.put(name, usual(name, parameter, side));
    }
    rule.with().forEach((name, value) -> {
      if (!route.address().contains("{" + name + "}") && !name.equals("body") && !name.equals(Rule.MAY_WRITE)) fields.put(name, value.startsWith("@") ? thing(value.substring(1), side) : value);
    });
    List<String> flat = new ArrayList<>();
    fields.forEach((name, value) -> flat.addAll(List.of(name, value)));
    return flat;
  }

  private String usual(String name, MethodParameter parameter, String side) {
    if (THINGS.containsKey(name) && country.get(side).containsKey(THINGS.get(name))) return country.get(side).get(THINGS.get(name));
    Class<?> type = parameter.getParameterType();
    if (type == boolean.class || type == Boolean.class) return "true";
    if (type != String.class) return "1";
    return name.equals("key") ? UUID.randomUUID().toString() : USUAL.getOrDefault(name, "1");
  }

  private static String name(MethodParameter parameter) {
    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
    String said = asked == null ? "" : asked.name().isEmpty() ? asked.value() : asked.name();
    return said.isEmpty() ? parameter.getParameter().getName() : said;
  }

  private static String query(List<String> fields) {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < fields.size(); i += 2) {
      query.append(i == 0 ? "" : "&").append(fields.get(i)).append('=').append(java.net.URLEncoder.encode(fields.get(i + 1), java.nio.charset.StandardCharsets.UTF_8));
    }
    return query.toString();
  }
}
