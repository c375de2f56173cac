package dz.linatatawwa.integrity.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.integrity.Check;
import dz.linatatawwa.integrity.Doubt;
import dz.linatatawwa.integrity.Evidence;
import dz.linatatawwa.integrity.Finding;
import dz.linatatawwa.integrity.Naming;
import dz.linatatawwa.integrity.Question;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes rows of a reader's language out of doubts, findings, evidence and questions. */
@Component
class DoubtWords {

  private static final int REASONS = 2;

  private final Naming naming;
  private final Accounts accounts;
  private final Places places;

  DoubtWords(Naming naming, Accounts accounts, Places places) {
    this.naming = naming;
    this.accounts = accounts;
    this.places = places;
  }

  List<DoubtRow> rows(List<Doubt> doubts, Words words) {
    Map<Long, String> reasons = naming.reasons(doubts.stream().flatMap(doubt -> doubt.findings().stream()).toList(), words);
    return doubts.stream().map(doubt -> row(doubt, reasons, words)).toList();
  }

  private DoubtRow row(Doubt doubt, Map<Long, String> reasons, Words words) {
    List<Finding> shown = doubt.open().isEmpty() ? doubt.findings() : doubt.open();
    return new DoubtRow(doubt, naming.title(doubt, words), doubt.about() == dz.linatatawwa.integrity.About.ORGANIZATION ? "" : naming.name(doubt.organization(), words),
        place(doubt, words), naming.sum(doubt), shown.stream().map(Finding::check).distinct().map(check -> words.text("integrity.check." + check.code())).toList(),
        shown.stream().limit(REASONS).map(finding -> reasons.getOrDefault(finding.id(), "")).toList(), Math.max(0, shown.size() - REASONS));
  }

  String title(Doubt doubt, Words words) {
    return naming.title(doubt, words);
  }

  String place(Doubt doubt, Words words) {
    return doubt.wilaya() == null ? words.text("integrity.nation") : places.name(doubt.wilaya(), words.language());
  }

  List<ReasonRow> reasons(Doubt doubt, Words words) {
    Map<Long, String> reasons = naming.reasons(doubt.findings(), words);
    Set<Check> counted = EnumSet.noneOf(Check.class);
    List<ReasonRow> rows = new ArrayList<>();
    for (Finding finding : doubt.findings()) {
      boolean counts = finding.open() && counted.add(finding.check());
      rows.add(new ReasonRow(words.text("integrity.check." + finding.check().code()), reasons.getOrDefault(finding.id(), ""), finding.weight(), finding.then(), counts,
          moment(finding.foundAt(), words), finding.open() ? "" : words.text("integrity.closed." + finding.closed())));
    }
    return rows;
  }

  List<EvidenceRow> evidence(List<Evidence> evidence, Words words) {
    Map<AccountId, String> names = accounts.names(evidence.stream().flatMap(one -> Stream.of(one.volunteer(), one.inBy(), one.by(), one.second()))
        .filter(Objects::nonNull).distinct().toList());
    return evidence.stream().map(one -> evidence(one, names, words)).toList();
  }

  private EvidenceRow evidence(Evidence one, Map<AccountId, String> names, Words words) {
    String place = one.place() == null ? words.text("integrity.evidence.remote") : naming.place(one.place(), words);
    Instant applied = one.appliedAt();
    Instant in = one.in();
    Instant out = one.out();
    return new EvidenceRow(name(one.volunteer(), names), one.title() == null ? "" : one.title(), place, words.longDate(one.from()) + " · " + words.times(one.from(), one.to()),
        words.hours(one.minutes()) + " · " + one.grade(), words.text("integrity.claim." + one.state()), one.state(),
        applied == null ? words.text("integrity.evidence.walkIn") : words.text("integrity.evidence.applied", moment(applied, words)),
        in == null || out == null ? "" : words.text("integrity.evidence.attended", words.times(in, out)),
        one.inBy() == null ? words.text("integrity.evidence.enteredOnly", moment(one.enteredAt(), words))
            : words.text("integrity.evidence.entered", moment(one.enteredAt(), words), name(one.inBy(), names)),
        decided(one, names, words),
        one.organizationId() == null || one.shiftId() == null ? "" : "/organizations/" + one.organizationId() + "/desk/hours/" + one.shiftId());
  }

  private static String decided(Evidence one, Map<AccountId, String> names, Words words) {
    Instant at = one.decidedAt();
    if (at == null || one.by() == null) return "";
    long seconds = Math.max(0, Duration.between(one.proposedAt(), at).toSeconds());
    String after = seconds < 90 ? words.text("integrity.evidence.seconds", seconds) : seconds < 2 * 86_400 ? words.hours(seconds / 60)
        : words.hours(seconds / 3600 * 60);
    String decided = words.text("integrity.evidence.decided", moment(at, words), name(one.by(), names), after);
    return one.second() == null ? decided : decided + " · " + words.text("integrity.evidence.second", name(one.second(), names));
  }

  List<QuestionRow> questions(List<Question> questions, Words words) {
    Map<AccountId, String> names = accounts.names(questions.stream().flatMap(one -> Stream.of(one.askedBy(), one.answeredBy())).filter(Objects::nonNull).distinct().toList());
    return questions.stream().map(one -> new QuestionRow(
        words.text("integrity.question.asked", words.text("integrity.side." + one.side()), words.date(one.askedAt()), name(one.askedBy(), names)), one.words(),
        one.answeredAt() == null ? "" : words.text("integrity.question.answered", name(one.answeredBy(), names), words.date(one.answeredAt())),
        one.answer() == null ? "" : one.answer())).toList();
  }

  String name(@Nullable AccountId person) {
    return person == null ? "" : accounts.names(List.of(person)).getOrDefault(person, "");
  }

  Map<AccountId, String> names(List<AccountId> people) {
    return accounts.names(people);
  }

  private static String name(@Nullable AccountId person, Map<AccountId, String> names) {
    return person == null ? "" : names.getOrDefault(person, "—");
  }

  private static String moment(Instant at, Words words) {
    return words.date(at) + " · " + words.time(at);
  }
}
