package dz.linatatawwa.door;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.site.DataReplaced;
import dz.linatatawwa.world.Rehearsal;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what, for every door there is: each route, by each role, to what is one's own side's and to what is another's. What is refused looks as if it
 *  were not there and leaves nothing written. The table is {@code src/test/resources/door/rules.txt}. */
@WorldTest
class MatrixTests {

  private static final List<String> HOME = List.of(DoorCountry.HOME);
  private static final List<String> FAR = List.of(DoorCountry.FAR);
  private static final List<String> MIXED = List.of(DoorCountry.HOME, DoorCountry.FAR);

  /** Each from who may least to who may most. */
  private static final List<List<Role>> BODIES = List.of(List.of(Role.READER, Role.COORDINATOR, Role.OWNER), List.of(Role.COUNTER, Role.MANAGER, Role.HEAD));

  @Autowired ApplicationContext rooms;
  @LocalServerPort int port;

  private final List<String> faults = new ArrayList<>();
  private final Map<Role, Visit> people = new EnumMap<>(Role.class);

  @Test
  void everyRouteHasARuleAndEveryRuleARoute() {
    Set<String> routes = Route.all(rooms).stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new));
    Set<String> ruled = Rule.all().stream().map(Rule::route).collect(Collectors.toCollection(TreeSet::new));
    List<String> open = routes.stream().filter(route -> !ruled.contains(route))
        .map(route -> "no rule says who may " + route + ": add the line «" + route + " WHO» to " + Rule.TABLE + " (WHO is explained at its top)").toList();
    List<String> idle = Rule.all().stream().filter(rule -> !routes.contains(rule.route()))
        .map(rule -> Rule.TABLE + ":" + rule.line() + ": there is no route " + rule.route() + " (any more): remove or mend the line").toList();
    assertThat(open).isEmpty();
    assertThat(idle).isEmpty();
  }

  @Test
  void everyRoleFindsEveryDoorOpenOrClosedAsTheTableSays() throws SQLException {
    DoorCountry country = DoorCountry.fill(rooms, port);
    for (Role role : Role.values()) people.put(role, ready(country.visit(role, DoorCountry.HOME)));
    Map<String, Route> routes = Route.all(rooms).stream().collect(Collectors.toMap(Route::name, route -> route, (one, same) -> one));
    int calls = 0;
    for (Rule rule : Rule.all()) {
      Route route = routes.get(rule.route());
      seenJustNow();
      if (route != null) calls += knock(rule, new Call(route, rule, country.things()));
    }
    assertThat(faults).as("doors that are not as the table says, of " + calls + " calls").isEmpty();
    assertThat(calls).isGreaterThan(5_000);
  }

  /** A visit that has its token and, signed in or not, its cookies. */
  private static Visit ready(Visit visit) {
    visit.get("/sign-in");
    visit.get("/api/session");
    return visit;
  }

  /** That somebody is still there is written every five minutes, by whatever they ask: on a slow machine by a deed that is refused. Here it never becomes due. */
  private static void seenJustNow() {
    JdbcClient.create(TestDatabase.one()).sql("update accounts.session set seen_at = now() where seen_at between now() - interval '5 minutes' and now() - interval '1 minute'").update();
  }

  private int knock(Rule rule, Call call) {
    int calls = 0;
    boolean anybodys = rule.who().contains(Who.ANYBODY) || rule.who().contains(Who.PERSON);
    boolean twoSides = call.named() > 0 && !call.same(HOME, FAR);
    for (Role role : Role.values()) {
      if (alike(rule, role)) continue;
      calls += ask(rule, call, role, HOME);
      if (twoSides && !anybodys && role != Role.NOBODY) calls += ask(rule, call, role, FAR);
      if (twoSides && call.named() > 1 && !anybodys && rule.may(role, true)) calls += mix(rule, call, role);
    }
    return calls;
  }

  /** Of the people of one body, all of whom may or none of whom may, one stands for all: the weakest where they may, the strongest where they may not. */
  private static boolean alike(Rule rule, Role role) {
    for (List<Role> body : BODIES) {
      if (!body.contains(role) || body.stream().map(one -> rule.may(one, true)).distinct().count() > 1) continue;
      return role != (rule.may(role, true) ? body.getFirst() : body.getLast());
    }
    return false;
  }

  private int ask(Rule rule, Call call, Role role, List<String> sides) {
    Told told = told(call, role, sides);
    boolean may = rule.may(role, sides.equals(HOME));
    told.written().remove(rule.with().getOrDefault(Rule.MAY_WRITE, ""));
    if (told.status() >= 500) fault(rule, call, role, sides, "broke: " + told.status());
    else if (may && told.refused()) fault(rule, call, role, sides, "may, but was refused: " + told);
    else if (!may && !told.refused()) fault(rule, call, role, sides, "may not, but was answered: " + told);
    else if (rule.who().contains(Who.KEYED) && told.status() != 401) fault(rule, call, role, sides, "asks for no key: " + told);
    else if (!may && role != Role.NOBODY && !rule.who().contains(Who.KEYED) && told.status() != 404 && told.status() != 403) fault(rule, call, role, sides, "what is not theirs should look missing: " + told);
    else if (!may && !told.written().isEmpty()) fault(rule, call, role, sides, "was refused, but something was written: " + told);
    return 1;
  }

  /** The own organisation, but another's shift in it: nothing may be shown of it and nothing done to it, by anybody. */
  private int mix(Rule rule, Call call, Role role) {
    Told told = told(call, role, MIXED);
    boolean shows = rule.method().equals("GET") && !told.refused();
    if (told.status() >= 500) fault(rule, call, role, MIXED, "broke: " + told.status());
    else if (shows) fault(rule, call, role, MIXED, "shows another's thing under one's own address: " + told);
    else if (!told.written().isEmpty()) fault(rule, call, role, MIXED, "writes to another's thing under one's own address: " + told);
    return 1;
  }

  private void fault(Rule rule, Call call, Role role, List<String> sides, String what) {
    faults.add(Rule.TABLE + ":" + rule.line() + ": " + role.key() + " → " + rule.method() + " " + call.path(sides) + " (" + String.join(" with ", sides) + ") " + what);
  }

  /** @param entrance whether sign-in was shown instead */
  private record Told(int status, boolean entrance, Map<String, Long> written) {
    boolean refused() {
      return entrance || status == 404 || status == 403 || status == 401;
    }

    @Override
    public String toString() {
      return status + (entrance ? " to sign-in" : "") + (written.isEmpty() ? "" : ", wrote " + written);
    }
  }

  private Told told(Call call, Role role, List<String> sides) {
    Visit visit = people.get(role);
    Map<String, String> cookies = new LinkedHashMap<>(visit.cookies());
    Map<String, Long> written;
    Visit.Answer answer;
    try (Rehearsal rehearsal = TestDatabase.one().rehearse()) {
      answer = call.by(visit, sides);
      written = rehearsal.written();
    }
    if (!written.isEmpty()) rooms.publishEvent(new DataReplaced());
    visit.cookies().clear();
    visit.cookies().putAll(cookies);
    boolean entrance = role == Role.NOBODY && answer.status() == 303 && (answer.leadsTo().startsWith("/sign-in?to=") || answer.leadsTo().equals("/sign-in"))
        && !call.path(sides).startsWith("/sign-");
    return new Told(answer.status(), entrance, written);
  }
}
