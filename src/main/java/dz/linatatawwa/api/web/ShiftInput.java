package dz.linatatawwa.api.web;

import dz.linatatawwa.opportunities.ShiftForm;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.Problems;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shift as an organisation plans it, in the time of Algeria; an end before the beginning is on the next day. */
record ShiftInput(@Nullable LocalDate day, @Schema(pattern = "^[0-2][0-9]:[0-5][0-9]$", example = "08:30") @Nullable String begins,
    @Schema(pattern = "^[0-2][0-9]:[0-5][0-9]$", example = "12:30") @Nullable String ends, @Schema(minimum = "1", maximum = "100000", example = "20") @Nullable Integer capacity,
    @ArraySchema(maxItems = 3) @Nullable List<RoleInput> roles) {

  /** A role that is wanted, within the shift's capacity. */
  record RoleInput(@Schema(maxLength = 60) @Nullable String name, @Schema(minimum = "1", maximum = "100000") @Nullable Integer capacity) {}

  /** As the form of the desk. */
  ShiftForm form() {
    List<RoleInput> wanted = roles == null ? List.of() : roles;
    if (wanted.size() > ShiftForm.ROLES) throw ApiRefusal.of(Problems.none().add("roles", "site.problem.range", 0, ShiftForm.ROLES));
    Map<String, String> typed = new HashMap<>();
    put(typed, "day", day);
    put(typed, "begins", time("begins", begins));
    put(typed, "ends", time("ends", ends));
    put(typed, "capacity", capacity);
    for (int i = 0; i < wanted.size(); i++) {
      RoleInput role = wanted.get(i);
      if (role == null || role.name() == null || role.name().isBlank()) throw ApiRefusal.of(Problems.none().add("roles/" + i + "/name", "site.problem.required"));
      put(typed, "role" + (i + 1), role.name());
      put(typed, "places" + (i + 1), role.capacity());
    }
    return new ShiftForm(typed, List.of());
  }

  private static @Nullable String time(String field, @Nullable String typed) {
    if (typed != null && !typed.matches("[0-2][0-9]:[0-5][0-9]")) throw ApiRefusal.of(Problems.none().add(field, "opportunities.problem.time"));
    return typed;
  }

  /** What is wrong, under the names that the body has. */
  static Problems named(Problems problems) {
    Problems named = Problems.none();
    problems.all().forEach(one -> named.add(pointer(one.field()), one.key(), one.arguments().toArray()));
    return named;
  }

  private static String pointer(String field) {
    if (field.matches("role[1-3]")) return "roles/" + (field.charAt(4) - '1') + "/name";
    return field.matches("places[1-3]") ? "roles/" + (field.charAt(6) - '1') + "/capacity" : field;
  }

  private static void put(Map<String, String> typed, String field, @Nullable Object value) {
    if (value != null) typed.put(field, value.toString());
  }
}
