package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.Asked;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.Point;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists of ideas. Each page is one walk along an index; no more than a thousand are counted. */
@Service
public class IdeaSearch {

  /** So many are counted; of more the page says that there are more. */
  public static final int COUNTED = 1000;
  /** So far around the visitor is looked, in kilometres. */
  public static final int AROUND = 50;

  private static final int PAGE = 20;
  private static final double KILOMETRES_OF_A_DEGREE = 111.2;

  private final JdbcClient db;

  IdeaSearch(JdbcClient db) {
    this.db = db;
  }

  /** A page of what everybody may see. @param page from 1 */
  public Slice<Idea> find(IdeaCriteria criteria, int page) {
    List<Object> values = new ArrayList<>();
    String where = where(criteria, values);
    String order = switch (criteria.sort()) {
      case NEW -> "i.made_at desc, i.id desc";
      case SUPPORT -> "i.supporters desc, i.id desc";
      case NEAR -> distance(criteria) + ", i.id";
    };
    return page(where, values, order, page);
  }

  private static String where(IdeaCriteria criteria, List<Object> values) {
    StringBuilder where = new StringBuilder("i.shown");
    Asked asked = Asked.words(criteria.words());
    if (!asked.stems().isEmpty()) add(where, values, "i.words @@ cast(? as tsquery)", asked.query());
    if (criteria.kind() != null) add(where, values, "i.kind = ?", criteria.kind().code());
    if (criteria.state() != null) add(where, values, "i.state = ?", criteria.state().code());
    if (criteria.wilaya() instanceof WilayaCode wilaya) add(where, values, "i.wilaya_code = cast(? as char(2))", wilaya.value());
    if (criteria.field() != null) add(where, values, "i.field_code = ?", criteria.field());
    if (criteria.near() instanceof Point near) {
      double high = AROUND / KILOMETRES_OF_A_DEGREE;
      double wide = high / Math.cos(Math.toRadians(near.lat()));
      add(where, values, "i.lat between ? and ?", near.lat() - high, near.lat() + high);
      add(where, values, "i.lon between ? and ?", near.lon() - wide, near.lon() + wide);
    }
    return where.toString();
  }

  private static void add(StringBuilder where, List<Object> values, String condition, Object... its) {
    where.append(" and ").append(condition);
    values.addAll(List.of(its));
  }

  /** In the small box around a visitor the earth is flat. Both numbers are our own, none is typed. */
  private static String distance(IdeaCriteria criteria) {
    Point near = java.util.Objects.requireNonNull(criteria.near());
    double narrow = Math.cos(Math.toRadians(near.lat()));
    return "(i.lat - " + near.lat() + ") * (i.lat - " + near.lat() + ") + (i.lon - (" + near.lon() + ")) * (i.lon - (" + near.lon() + ")) * " + narrow * narrow;
  }

  private Slice<Idea> page(String where, List<Object> values, String order, int page) {
    long total = db.sql("select count(*) from (select from ideas.idea i where " + where + " limit " + COUNTED + ") f").params(values).query(Long.class).single();
    int last = (int) Math.max(1, (total + PAGE - 1) / PAGE);
    int number = Math.clamp(page, 1, last);
    List<Idea> rows = db.sql("select " + IdeaTable.COLUMNS + " from ideas.idea i where " + where + " order by " + order + " limit " + PAGE + " offset "
        + (number - 1) * PAGE).params(values).query(IdeaTable::read).list();
    return new Slice<>(rows, number, PAGE, total);
  }

  /** How many each wilaya has of a kind, by its code. */
  public Map<String, Long> byWilaya(IdeaCriteria criteria) {
    List<Object> values = new ArrayList<>();
    String where = where(criteria, values);
    Map<String, Long> numbers = new HashMap<>();
    db.sql("select i.wilaya_code, count(*) as number from ideas.idea i where " + where + " and i.wilaya_code is not null group by 1").params(values)
        .query(row -> { numbers.put(row.getString("wilaya_code"), row.getLong("number")); });
    return numbers;
  }

  /** What somebody proposed, whatever became of it, the newest first. */
  public Slice<Idea> of(AccountId author, int page) {
    return page("i.author_id = ?", List.of(author.value()), "i.id desc", page);
  }

  /** What somebody supports or follows, and did not propose. */
  public Slice<Idea> followed(AccountId person, int page) {
    return page("i.shown and i.author_id is distinct from ? and i.id in (select f.idea_id from ideas.follower f where f.account_id = ?)",
        List.of(person.value(), person.value()), "i.state_since desc, i.id desc", page);
  }

  /** What an organisation took up, the latest first. */
  public Slice<Idea> of(OrganizationId organization, int page) {
    return page("i.id in (select a.idea_id from ideas.adoption a where a.organization_id = ? and a.ended_at is null)", List.of(organization.value()), "i.id desc", page);
  }

  /** What waits for an answer of these people in power, what most support first. */
  public Slice<Idea> waiting(IdeaAnswers.Power power, int page) {
    String[] wilayas = power.territory().wilayas().stream().map(WilayaCode::value).toArray(String[]::new);
    String mine = power.territory().nation() ? "i.kind <> 'improvement'" : "(i.kind <> 'improvement' and i.wilaya_code = any(cast(? as char(2)[])))";
    List<Object> values = power.territory().nation() ? List.of() : List.of((Object) wilayas);
    return page("i.shown and i.state in ('received', 'studied') and (" + mine + (power.improvements() ? " or i.kind = 'improvement'" : "") + ")", values,
        "i.supporters desc, i.id desc", page);
  }
}
