package dz.linatatawwa.hooks;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.Member;
import dz.linatatawwa.organizations.Members;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerMember;
import dz.linatatawwa.partnerships.PartnerPeople;
import dz.linatatawwa.partnerships.PartnerRole;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the owners of an organisation or a partner that one of their addresses is paused. */
@Component
class HookTidings {

  private final JdbcClient db;
  private final Members members;
  private final PartnerPeople people;
  private final Notices notices;

  HookTidings(JdbcClient db, Members members, PartnerPeople people, Notices notices) {
    this.db = db;
    this.members = members;
    this.people = people;
    this.notices = notices;
  }

  void paused(HookId hook, Hook.Pause why) {
    db.sql("select organization_id, partner_id, coalesce(nullif(about, ''), substring(address from '^https?://([^/?#]+)')) as name, paused_at from hooks.hook where id = :id")
        .param("id", hook.value()).query(row -> {
          long organization = row.getLong("organization_id");
          long partner = row.getLong("partner_id");
          String desk = (partner > 0 ? "/partners/" + partner : "/organizations/" + organization) + "/desk/hooks/" + hook;
          InWords reason = words -> words.text("hooks.notice.why." + why.code());
          notices.tellAll(partner > 0 ? owners(new PartnerId(partner)) : owners(new OrganizationId(organization)), "hook-paused", "hooks.notice.paused.title", "hooks.notice.paused.body",
              desk, "hook-paused-" + hook + "-" + row.getTimestamp("paused_at").toInstant(), row.getString("name"), reason);
        });
  }

  private List<AccountId> owners(OrganizationId id) {
    return members.of(id).stream().filter(one -> one.role() == Role.OWNER).map(Member::account).toList();
  }

  private List<AccountId> owners(PartnerId id) {
    return people.of(id).stream().filter(one -> one.role() == PartnerRole.OWNER).map(PartnerMember::account).toList();
  }
}
