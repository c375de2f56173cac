package dz.linatatawwa.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;

/** Partners with agreements in every state, and one programme whose members show more or less of themselves. The names are nobody's. */
final class PartnershipRows {

  private static final String PARTNERS = """
      insert into partnerships.partner (id, kind, name_ar, name_fr, name_key, wilaya_code, about, made_at, made_by, public_since)
      select id, kind, ar, fr, lower(ar || ' ' || fr), wilaya, about, cast(:now as timestamptz) - interval '400 days', 1,
             case when id < 8 then cast(:now as timestamptz) - interval '380 days' end
      from (values
        (1, 'university', 'جامعة الهضاب للعلوم والتكنولوجيا', 'Université des Hauts-Plateaux', '19', 'جامعة عمومية تشجع طلبتها على التطوع وتعترف بساعاته ضمن أنشطتها الثقافية.'),
        (2, 'directorate', 'مديرية التكوين والتعليم المهنيين النموذجية', 'Direction modèle de la formation professionnelle', '19', 'مقاعد في تكوينات قصيرة للمتطوعين النشطين.'),
        (3, 'company', 'مؤسسة الأطلس للنقل الحضري', 'Atlas Transport urbain', '16', 'اشتراكات مجانية في الحافلات للمتطوعين.'),
        (4, 'commune', 'بلدية الواحة الخضراء', 'Commune de l’Oasis verte', '30', 'دخول مجاني إلى المسبح والمكتبة البلديين.'),
        (5, 'company', 'مكتبات الفجر', 'Librairies El Fedjr', '31', 'تخفيضات على الكتب المدرسية والجامعية.'),
        (6, 'other', 'النادي الوطني لهواة الإسعاف', 'Club national des amateurs du secourisme', '16', 'تكوين في الإسعافات الأولية.'),
        (7, 'university', 'المدرسة العليا للتسيير التجريبية', 'École supérieure fictive de gestion', '25', 'شريك سابق: انتهت الاتفاقية.'),
        (8, 'directorate', 'مديرية الشباب والرياضة لولاية الشاطئ', 'Direction de la jeunesse du Littoral', '19', 'اتفاقية قيد التوقيع.')) p (id, kind, ar, fr, wilaya, about)
      """;

  private static final String AGREEMENTS = """
      insert into partnerships.agreement (id, partner_id, state, made_at, made_by, signed_at, terminated_from, terminated_at, terminated_by, termination, ended_at)
      select id, partner, state, cast(:now as timestamptz) - interval '380 days', 1, case when state = 'signed' then cast(:now as timestamptz) - interval '370 days' end,
             cast(:now as date) + gone, case when gone is not null then cast(:now as timestamptz) + make_interval(days => gone) end,
             case when gone is not null then 1 end, case when gone is not null then 'تغير مقر الشريك ولم يعد قادرا على الوفاء بالتزاماته.' end,
             case when gone is not null or ends < 0 then cast(:now as timestamptz) - interval '20 days' end
      from pact
      """;

  private static final String VERSIONS = """
      insert into partnerships.version (agreement_id, number, title_ar, title_fr, text_ar, text_fr, from_day, to_day, hash, made_at, made_by)
      select id, 1, 'اتفاقية شراكة في خدمة التطوع', 'Convention de partenariat au service du bénévolat',
        E'المادة 1: يتعاون الطرفان على تشجيع العمل التطوعي والاعتراف به.\\nالمادة 2: يلتزم الشريك بما هو مبين في الالتزامات وحصصها طيلة مدة الاتفاقية.\\nالمادة 3: لا يطلع الشريك على معطيات المتطوعين إلا بموافقتهم، وفي حدود ما وافقوا عليه.\\nالمادة 4: تنتهي الاتفاقية في يومها الأخير أو بفسخها كتابيا مع ذكر السبب، ويبقى ما مُنح بموجبها.',
        E'Article 1 : les parties encouragent et reconnaissent le bénévolat.\\nArticle 2 : le partenaire tient ses engagements, dans la limite de leurs quotas, pendant toute la durée.\\nArticle 3 : le partenaire ne voit des bénévoles que ce qu’ils ont accepté de montrer.\\nArticle 4 : la convention prend fin à son dernier jour ou par résiliation écrite et motivée ; ce qui a été accordé demeure.',
        cast(:now as date) + begins, cast(:now as date) + ends, encode(sha256(convert_to('demonstration ' || id, 'UTF8')), 'hex'),
        cast(:now as timestamptz) - interval '380 days', 1
      from pact
      """;

  private static final String PACTS = """
      create temporary table pact on commit drop as
      select * from (values
        (1, 1, 'signed', -200, 165, cast(null as integer), 'recognition', cast(null as integer)), (2, 2, 'signed', -330, 34, null, 'training-places', 120),
        (3, 3, 'signed', -100, 265, null, 'benefits', 500), (4, 4, 'signed', -60, 670, null, 'benefits', null), (5, 5, 'signed', -150, 215, null, 'benefits', 200),
        (6, 6, 'signed', -90, 275, null, 'training-places', 60), (7, 7, 'signed', -380, -15, null, 'recognition', null), (8, 8, 'signing', 10, 374, null, 'benefits', 50),
        (9, 5, 'signed', -370, 300, -200, 'training-places', 10)) p (id, partner, state, begins, ends, gone, promise, quota)
      """;

  private static final String SIGNATORIES = """
      insert into partnerships.signatory (agreement_id, partner_id, name, capacity, contact)
      select p.id, s.partner, s.name, s.capacity, s.contact
      from pact p,
        lateral (values (cast(p.partner as bigint), 'سليم رحماني', 'المدير', 'signatory' || p.id || '@example.org'),
                        (cast(null as bigint), 'نورة بن علي', 'مكلفة بالشراكات', 'platform' || p.id || '@example.org')) s (partner, name, capacity, contact)
      """;

  private static final String SIGNATURES = """
      insert into partnerships.signature (signatory_id, agreement_id, version, hash, contact, signed_at)
      select s.id, s.agreement_id, 1, v.hash, s.contact, cast(:now as timestamptz) - make_interval(days => case when p.state = 'signed' then 370 else 2 end)
      from partnerships.signatory s
      join pact p on p.id = s.agreement_id and (p.state = 'signed' or s.partner_id is null)
      join partnerships.version v on v.agreement_id = s.agreement_id and v.number = 1
      """;

  /** The demonstration's coordinator owns the first partners, so that a desk can be looked at. */
  private static final String PEOPLE = """
      insert into partnerships.member (partner_id, account_id, role, since)
      select p.id, a.id, 'owner', cast(:now as timestamptz) - interval '370 days'
      from partnerships.partner p, accounts.account a
      where a.email = 'coordinator@example.org' and p.id <= 3
      """;

  private static final String PROGRAMME = """
      insert into programmes.programme (partner_id, name_ar, name_fr, goal, from_day, to_day, join_code, made_at, made_by)
      select m.partner_id, 'ثلاثون ساعة في السنة الجامعية', 'Trente heures dans l’année universitaire',
        jsonb_build_object('all', jsonb_build_array(jsonb_build_object('is', 'hours', 'minutes', 1800, 'grades', array['A', 'B', 'C'], 'fields', cast('[]' as jsonb),
          'period', jsonb_build_object('is', 'between', 'from', cast(:now as date) - 200, 'to', cast(:now as date) + 165)))),
        cast(:now as date) - 200, cast(:now as date) + 165, 'TETAWA26', cast(:now as timestamptz) - interval '190 days', m.account_id
      from partnerships.member m where m.partner_id = 1
      """;

  private static final String COHORTS = """
      insert into programmes.cohort (programme_id, name)
      select g.id, h.name from programmes.programme g, (values ('كلية العلوم'), ('كلية الآداب واللغات'), ('معهد الهندسة المدنية')) h (name)
      """;

  private static final String MEMBERS = """
      insert into programmes.membership (programme_id, volunteer_id, cohort_id, reference, joined_at)
      select g.id, v.account_id, h.id, '2026' || lpad(v.n::text, 5, '0'), cast(:now as timestamptz) - make_interval(days => (v.n * 7 % 180)::integer)
      from programmes.programme g,
        (select v.account_id, row_number() over (order by a.email is distinct from 'volunteer@example.org', v.account_id) as n
         from volunteers.volunteer v join accounts.account a on a.id = v.account_id
         where a.closed_at is null and v.birth_year < 2006 and (a.email = 'volunteer@example.org' or v.wilaya_code = '19' and v.audience = 'student')
         order by 2 limit 140) v
      join (select id, row_number() over (order by id) - 1 as place from programmes.cohort) h on h.place = v.n % 3
      """;

  private static final String CONSENTS = """
      insert into programmes.consent (membership_id, wording, shows_name, shows_minutes, given_at)
      select m.id, 1, m.id % 7 <> 0, m.id % 7 not in (0, 3), m.joined_at from programmes.membership m
      """;

  private final Connection connection;
  private final LocalDateTime now;

  PartnershipRows(Connection connection, LocalDateTime now) {
    this.connection = connection;
    this.now = now;
  }

  void write() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(PACTS);
    }
    for (String sql : new String[] {PARTNERS, AGREEMENTS}) run(sql);
    run("insert into partnerships.party (agreement_id, partner_id) select id, partner from pact");
    run(VERSIONS);
    run("insert into partnerships.promised (agreement_id, version, promise, quota) select id, 1, promise, quota from pact");
    for (String sql : new String[] {SIGNATORIES, SIGNATURES, PEOPLE, PROGRAMME, COHORTS, MEMBERS, CONSENTS}) run(sql);
    run("select setval(pg_get_serial_sequence('partnerships.partner', 'id'), 8)");
    run("select setval(pg_get_serial_sequence('partnerships.agreement', 'id'), 9)");
  }

  /** In these statements {@code :now} stands for the moment of the filling. */
  private void run(String sql) throws SQLException {
    String moment = Instants.at(now);
    int places = sql.split(":now", -1).length - 1;
    try (PreparedStatement statement = connection.prepareStatement(sql.replace(":now", "?"))) {
      for (int i = 1; i <= places; i++) statement.setString(i, moment);
      statement.execute();
    }
  }
}
