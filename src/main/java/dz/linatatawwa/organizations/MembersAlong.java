package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members go along in the role that they have; who belongs to both keeps what they are in the one that stays. */
@Component
class MembersAlong implements GoesAlong {

  private final JdbcClient db;
  private final MemberTable members;

  MembersAlong(JdbcClient db, MemberTable members) {
    this.db = db;
    this.members = members;
  }

  @Override
  public String what() {
    return "member";
  }

  @Override
  public String countKey() {
    return "organizations.along.member";
  }

  @Override
  public long count(OrganizationId goes, OrganizationId stays) {
    return members.all(goes).stream().filter(one -> members.role(one.account(), stays).isEmpty()).count();
  }

  @Override
  public List<Long> move(OrganizationId goes, OrganizationId stays) {
    List<Member> coming = members.all(goes).stream().filter(one -> members.role(one.account(), stays).isEmpty()).toList();
    coming.forEach(one -> members.add(stays, one.account(), one.role()));
    return coming.stream().map(one -> one.account().value()).toList();
  }

  /** Their membership in the one that goes was never ended: its desk is closed while it is merged. */
  @Override
  public void back(List<Long> numbers, OrganizationId goes, OrganizationId stays) {
    for (long number : numbers) {
      boolean open = db.sql("select exists (select from accounts.account where id = :id and closed_at is null)").param("id", number).query(Boolean.class).single();
      if (open) members.end(stays, new AccountId(number));
    }
  }
}
