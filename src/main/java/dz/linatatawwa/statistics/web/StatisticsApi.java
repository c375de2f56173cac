package dz.linatatawwa.statistics.web;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.statistics.Asked;
import dz.linatatawwa.statistics.Chart;
import dz.linatatawwa.statistics.Dashboard;
import dz.linatatawwa.statistics.Dashboards;
import dz.linatatawwa.statistics.Definition;
import dz.linatatawwa.statistics.Figure;
import dz.linatatawwa.statistics.FigureWords;
import dz.linatatawwa.statistics.Subject;
import dz.linatatawwa.statistics.Subjects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The numbers of every page for programs: the same numbers, null where one is not shown. */
@Tag(name = "Statistics", description = "Hours and persons of the nation, its wilayas and communes, organisations and campaigns; null: not shown, because fewer than five persons stand behind it, "
    + "or behind another that it would tell")
@RestController
class StatisticsApi {

  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final int TAG_LETTERS = 24;

  private final Subjects subjects;
  private final Dashboards dashboards;
  private final AskedReading reading;
  private final PageMaker pages;
  private final JsonMapper json;

  StatisticsApi(Subjects subjects, Dashboards dashboards, AskedReading reading, PageMaker pages, JsonMapper json) {
    this.subjects = subjects;
    this.dashboards = dashboards;
    this.reading = reading;
    this.pages = pages;
    this.json = json;
  }

  /** What an address may ask beside its subject. */
  @Parameter(in = ParameterIn.QUERY, name = "period", description = "2026, 2026-q4, 2026-11, 12m, ever, ramadan-1447, or days with from and to (whole months)")
  @Parameter(in = ParameterIn.QUERY, name = "from", description = "First day, with period=days")
  @Parameter(in = ParameterIn.QUERY, name = "to", description = "Last day, with period=days")
  @Parameter(in = ParameterIn.QUERY, name = "field", description = "Code of a field; of several traits the first one holds")
  @Parameter(in = ParameterIn.QUERY, name = "activity", description = "Code of an activity")
  @Parameter(in = ParameterIn.QUERY, name = "audience", description = "pupil, student, trainee, employed, unemployed, at-home, retired")
  @Parameter(in = ParameterIn.QUERY, name = "sex", description = "F or M")
  @Parameter(in = ParameterIn.QUERY, name = "age", description = "15-24, 25-54, 55-64, 65+")
  @Parameter(in = ParameterIn.QUERY, name = "grade", description = "A, B, C; may be repeated")
  @Parameter(in = ParameterIn.QUERY, name = "wilayas", description = "69, 58 or 48")
  @Parameter(in = ParameterIn.QUERY, name = "compare", description = "no: without the period before")
  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  private @interface Choices {}

  @Choices
  @Operation(summary = "The nation")
  @GetMapping(path = "/api/statistics/nation", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> nation(@Parameter(hidden = true) HttpServletRequest request) {
    String country = pages.page(request).text("statistics.country");
    return answer(subjects.nation(new LocalName(country, country, country)), request);
  }

  @Choices
  @Operation(summary = "A wilaya, by its code in the division that is asked for")
  @GetMapping(path = "/api/statistics/wilayas/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> wilaya(@PathVariable String code, @Parameter(hidden = true) HttpServletRequest request) {
    return answer(subjects.wilaya(code, reading.read(request).division()).orElseThrow(() -> new NotFound("wilaya " + code)), request);
  }

  @Choices
  @Operation(summary = "A commune, by its four digits")
  @GetMapping(path = "/api/statistics/communes/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> commune(@PathVariable String code, @Parameter(hidden = true) HttpServletRequest request) {
    return answer(subjects.commune(code).orElseThrow(() -> new NotFound("commune " + code)), request);
  }

  @Choices
  @Operation(summary = "A verified organisation")
  @GetMapping(path = "/api/statistics/organizations/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> organization(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
    return answer(number(id).flatMap(subjects::organization).orElseThrow(() -> new NotFound("organisation " + id)), request);
  }

  @Choices
  @Operation(summary = "A campaign")
  @GetMapping(path = "/api/statistics/campaigns/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<View> campaign(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
    return answer(number(id).flatMap(subjects::campaign).orElseThrow(() -> new NotFound("campaign " + id)), request);
  }

  @Operation(summary = "What each figure counts")
  @GetMapping(path = "/api/statistics/definitions", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<Explained>> definitions(@Parameter(hidden = true) HttpServletRequest request) {
    Words words = pages.page(request).words();
    List<Explained> all = Arrays.stream(Definition.values()).map(one -> new Explained(one.code(), FigureWords.name(one, words), one.unit().code(),
        words.text("statistics.definition." + one.code() + ".counts"), pages.page(request).absolute(one.address()), one.query())).toList();
    return tagged(all, request);
  }

  private ResponseEntity<View> answer(Subject subject, HttpServletRequest request) {
    Asked asked = reading.read(request);
    Words words = pages.page(request).words();
    return tagged(View.of(dashboards.open(subject, asked, words), words), request);
  }

  /** The tag is of the numbers, not of the moment: who asks again while nothing has changed gets 304. */
  private <T> ResponseEntity<T> tagged(T body, HttpServletRequest request) {
    Object numbers = body instanceof View view ? view.undated() : body;
    String tag = "\"" + hash(json.writeValueAsBytes(numbers)) + "\"";
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(tag.equals(request.getHeader("If-None-Match")) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK).eTag(tag)
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic()).header("Vary", "Accept-Language");
    return tag.equals(request.getHeader("If-None-Match")) ? answer.build() : answer.body(body);
  }

  private static Optional<Long> number(String id) {
    return id.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)).substring(0, TAG_LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One page of numbers.
   *  @param showing shown, empty, or hidden: fewer than five persons stand behind it
   *  @param filter  what was applied
   *  @param narrowed whether something that was asked was left out, since the public may ask for one trait
   *  @param by      month, field, activity, audience, sex, age, education, sector, grade, place */
  record View(String kind, String code, String name, LocalDate from, LocalDate to, List<String> filter, boolean narrowed, @Nullable Instant asOf, String showing, @Nullable LocalDate beforeFrom,
      @Nullable LocalDate beforeTo, List<One> figures, List<By> by) {

    static View of(Dashboard dashboard, Words words) {
      List<By> by = new java.util.ArrayList<>();
      java.util.stream.Stream.of(List.of(dashboard.months()), dashboard.traits(), List.of(dashboard.places())).flatMap(List::stream)
          .filter(chart -> !chart.bars().isEmpty()).forEach(chart -> by.add(By.of(chart)));
      return new View(dashboard.subject().kind().name().toLowerCase(java.util.Locale.ROOT), dashboard.subject().code(), dashboard.subject().name().in(words.language()),
          dashboard.period().from(), dashboard.period().to(), codes(dashboard), dashboard.narrowed(), dashboard.asOf(), dashboard.showing().name().toLowerCase(java.util.Locale.ROOT),
          dashboard.before().map(dz.linatatawwa.figures.Period::from).orElse(null), dashboard.before().map(dz.linatatawwa.figures.Period::to).orElse(null),
          java.util.stream.Stream.concat(dashboard.figures().stream(), dashboard.operations().stream()).map(One::of).toList(), by);
    }

    private static List<String> codes(Dashboard dashboard) {
      List<String> codes = new java.util.ArrayList<>();
      dashboard.filter().field().ifPresent(codes::add);
      dashboard.filter().activity().ifPresent(codes::add);
      dashboard.filter().audience().ifPresent(one -> codes.add(one.code()));
      dashboard.filter().sex().ifPresent(one -> codes.add(one.code()));
      dashboard.filter().age().ifPresent(one -> codes.add(one.code()));
      dashboard.filter().grades().stream().sorted().forEach(grade -> codes.add(grade.name()));
      return codes;
    }

    View undated() {
      return new View(kind, code, name, from, to, filter, narrowed, null, showing, beforeFrom, beforeTo, figures, by);
    }
  }

  /** A figure.
   *  @param definition its code, see /api/statistics/definitions
   *  @param before     of the period before */
  record One(String definition, String unit, @Nullable BigDecimal value, @Nullable BigDecimal before) {

    static One of(Figure figure) {
      return new One(figure.definition().code(), figure.definition().unit().code(), figure.value(), figure.before());
    }
  }

  /** Hours and persons by one thing; persons of the parts do not add up. */
  record By(String classif, List<Part> parts) {

    static By of(Chart chart) {
      return new By(chart.code(), chart.bars().stream().map(bar -> new Part(bar.key(), bar.label(), shown(bar.minutes()), shown(bar.persons()))).toList());
    }

    private static @Nullable Long shown(long number) {
      return number == Chart.HIDDEN ? null : number;
    }
  }

  /** A part. */
  record Part(String key, String label, @Nullable Long minutes, @Nullable Long persons) {}

  /** A definition, with the query whose answer is the figure. */
  record Explained(String code, String name, String unit, String counts, String address, String query) {}
}
