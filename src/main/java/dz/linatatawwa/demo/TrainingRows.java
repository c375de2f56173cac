package dz.linatatawwa.demo;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Stems;
import dz.linatatawwa.trainings.Completions;
import dz.linatatawwa.trainings.SessionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Trainings of forty organisations: coming sessions with places taken, one of today at whose door somebody stands, and past ones that gave certificates. */
final class TrainingRows {

  private static final int BODIES = 40;

  /** What is taught.
   *  @param months how long the certificate is good; 0: for ever */
  private record Course(String ar, String fr, String en, String aboutAr, String aboutFr, String field, int minutes, int months) {}

  private static final List<Course> COURSES = List.of(
      new Course("الإسعافات الأولية للمتطوعين", "Premiers secours pour bénévoles", "First aid for volunteers",
          "التصرف أمام الجروح والحروق والإغماء، ووضعية الأمان، وطلب النجدة بالأرقام الصحيحة. نصف الوقت تطبيق على دمى.",
          "Agir devant une plaie, une brûlure, un malaise ; position de sécurité ; alerter les secours. La moitié du temps est de la pratique.", "HLT", 480, 24),
      new Course("سلامة المتطوعين في حملات التشجير والتنظيف", "Sécurité sur les chantiers de reboisement et de nettoyage", "Safety on planting and cleaning days",
          "حمل الأدوات واستعمالها، الوقاية من الحر والأشواك، وتقسيم الفريق حسب العمل.",
          "Porter et utiliser les outils, se protéger de la chaleur et des épines, répartir l’équipe.", "ENV", 180, 12),
      new Course("قيادة فريق من المتطوعين", "Mener une équipe de bénévoles", "Leading a team of volunteers",
          "الترحيب بالجدد، توزيع العمل، تسجيل الحضور، والتعامل مع خلاف أو حادث.",
          "Accueillir, répartir le travail, noter les présences, gérer un désaccord ou un incident.", "VOL", 360, 0),
      new Course("مرافقة كبار السن في بيوتهم", "Accompagner les personnes âgées à domicile", "Visiting older people at home",
          "أدب الزيارة، الإصغاء، ملاحظة ما يستدعي التنبيه، وحدود دور المتطوع.",
          "Le respect de la visite, l’écoute, ce qu’il faut signaler, les limites du rôle.", "ELD", 240, 36),
      new Course("التعامل مع الأطفال وحمايتهم", "Agir avec des enfants et les protéger", "Working with children and protecting them",
          "قواعد العمل مع القصّر، الأنشطة الآمنة، والتبليغ عن أي خطر.",
          "Les règles avec les mineurs, les activités sûres, signaler un danger.", "CHD", 300, 24),
      new Course("أدوات رقمية للجمعيات", "Outils numériques pour les associations", "Digital tools for associations",
          "الجداول والاستمارات ونشر الأخبار، مع حماية المعطيات الشخصية.",
          "Tableaux, formulaires et publication, en protégeant les données personnelles.", "DIG", 150, 0));

  private static final String TRAINING = """
      insert into trainings.training (organization_id, name_ar, name_fr, name_en, about_ar, about_fr, search_words, field_code, minutes, valid_months, state,
                                      state_since, made_at, made_by)
      select g.id, ?, ?, ?, ?, ?, to_tsvector('simple', ?), ?, ?, nullif(?, 0), 'open', cast(? as timestamptz) - interval '60 days', cast(? as timestamptz) - interval '62 days',
             (select m.account_id from organizations.member m where m.organization_id = g.id and m.ended_at is null order by m.account_id limit 1)
      from (select id, row_number() over (order by id) as n from organizations.organization where state = 'verified' and wilaya_code is not null) g
      where (g.n - 1 = ? or g.n %% %d = ? and g.n between 2 and %d) and exists (select from organizations.member m where m.organization_id = g.id and m.ended_at is null)
      """;

  private static final String SESSIONS = """
      insert into trainings.session (training_id, starts_at, ends_at, remote, wilaya_code, commune_code, address, link, trainer, capacity)
      select t.id, b.starts, b.starts + make_interval(mins => least(t.minutes, 480)), b.remote, case when not b.remote then g.wilaya_code end,
             case when not b.remote then g.commune_code end, case when b.remote then '' else 'دار الشباب' end,
             case when b.remote then 'https://meet.example.org/training-' || t.id else '' end,
             (array['نادية حميدي', 'رشيد بوزيد', 'سامية قاسي', 'عبد القادر مرابط', 'ليندة أعراب'])[1 + t.id % 5], 14 + t.id % 3 * 6
      from trainings.training t join organizations.organization g on g.id = t.organization_id
      cross join (values (-20), (5), (12), (33)) o (days)
      cross join lateral (select (cast(? as timestamptz) at time zone 'Africa/Algiers')::date + o.days + (t.id % 6)::int + time '09:00' as local_start, o.days = 12 and t.id % 3 = 0 as remote) l
      cross join lateral (select l.local_start at time zone 'Africa/Algiers' as starts, l.remote) b
      where o.days > 0 or t.id % 4 = 1
      """;

  /** At the door of the first organisation, since half an hour. */
  private static final String TODAY = """
      insert into trainings.session (training_id, starts_at, ends_at, wilaya_code, commune_code, address, trainer, capacity)
      select t.id, cast(? as timestamptz) - interval '30 minutes', cast(? as timestamptz) + interval '5 hours', g.wilaya_code, g.commune_code, 'دار الشباب', 'نادية حميدي', 16
      from trainings.training t join organizations.organization g on g.id = t.organization_id order by t.organization_id, t.id limit 1
      """;

  private static final String PEOPLE = """
      insert into trainings.registration (session_id, training_id, volunteer_id, state, digits, registered_at, state_since, came_at, came_via)
      select s.id, s.training_id, v.account_id, 'registered', lpad(((v.n * 7919 + s.id * 613) % 1000000)::text, 6, '0'), s.starts_at - interval '9 days',
             s.starts_at - interval '9 days', case when s.past and v.n % 6 <> 0 then s.starts_at + v.n * interval '1 minute' end,
             case when s.past and v.n % 6 <> 0 then 'code' end
      from (select s.*, row_number() over (partition by s.training_id order by s.starts_at) as k, s.ends_at < cast(? as timestamptz) as past, g.wilaya_code as home
            from trainings.session s join trainings.training t on t.id = s.training_id join organizations.organization g on g.id = t.organization_id) s
      cross join lateral (
        select account_id, row_number() over (order by (account_id * 31 + s.training_id * 7919) % 10007, account_id) as n from volunteers.volunteer
        where wilaya_code = s.home and account_id > 100 and birth_year between 1960 and 2004 order by n limit 80) v
      where v.n > s.k * 14 - 14 and v.n <= s.k * 14 - 14 + least(s.capacity, 4 + s.id * 5 % 11)
      """;

  /** The volunteer of the demonstration has completed one training and is registered for the next of another. */
  private static final String VOLUNTEER = """
      insert into trainings.registration (session_id, training_id, volunteer_id, state, digits, came_at, came_via)
      select distinct on (s.training_id) s.id, s.training_id, a.id, 'registered', '515151', case when s.ends_at < cast(? as timestamptz) then s.starts_at end,
             case when s.ends_at < cast(? as timestamptz) then 'code' end
      from accounts.account a, trainings.session s
      where a.email = '%s' and s.training_id in (select id from trainings.training order by id limit 2)
      order by s.training_id, s.starts_at
      on conflict do nothing
      """;

  private static final String TAKEN = """
      update trainings.session s set taken = (select count(*) from trainings.registration r where r.session_id = s.id), capacity = greatest(s.capacity,
        (select count(*)::int from trainings.registration r where r.session_id = s.id))
      """;

  private static final String REQUIRED = """
      insert into trainings.required (opportunity_id, training_id, set_at, set_by)
      select o.id, t.id, t.made_at, t.made_by
      from trainings.training t cross join lateral (
        select id from opportunities.opportunity where organization_id = t.organization_id and state = 'published' order by id desc limit 1) o
      where t.id % 5 = 1
      """;

  private final Connection connection;
  private final LocalDateTime now;

  TrainingRows(Connection connection, LocalDateTime now) {
    this.connection = connection;
    this.now = now;
  }

  /** After organisations, people and opportunities. */
  void write() throws SQLException {
    try (PreparedStatement training = connection.prepareStatement(TRAINING.formatted(COURSES.size(), BODIES))) {
      for (int i = 0; i < COURSES.size(); i++) write(training, COURSES.get(i), i);
    }
    timed(SESSIONS, 1);
    timed(TODAY, 2);
    timed(PEOPLE, 1);
    timed(VOLUNTEER.formatted(Staff.VOLUNTEER), 2);
    try (Statement statement = connection.createStatement()) {
      statement.execute(TAKEN);
      statement.execute(REQUIRED);
    }
  }

  /** Past sessions are closed by the room itself, so that their certificates are real ones. */
  static void close(JdbcClient db, Completions completions, Instant now) {
    record Past(long session, long by) {}
    List<Past> past = db.sql("""
        select s.id as session, t.made_by as by from trainings.session s join trainings.training t on t.id = s.training_id
        where s.ends_at < :now and s.state = 'open' order by s.id
        """).param("now", now.atOffset(ZoneOffset.UTC)).query((row, number) -> new Past(row.getLong("session"), row.getLong("by"))).list();
    past.forEach(one -> completions.close(new AccountId(one.by()), new SessionId(one.session())));
  }

  private void write(PreparedStatement training, Course course, int n) throws SQLException {
    training.setString(1, course.ar());
    training.setString(2, course.fr());
    training.setString(3, course.en());
    training.setString(4, course.aboutAr());
    training.setString(5, course.aboutFr());
    training.setString(6, Stems.searchText(course.ar() + " " + course.fr() + " " + course.en()));
    training.setString(7, course.field());
    training.setInt(8, course.minutes());
    training.setInt(9, course.months());
    training.setString(10, Instants.at(now));
    training.setString(11, Instants.at(now));
    training.setInt(12, n > 1 ? -1 : 0);
    training.setInt(13, n);
    training.executeUpdate();
  }

  private void timed(String sql, int times) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 1; i <= times; i++) statement.setString(i, Instants.at(now));
      statement.executeUpdate();
    }
  }
}
