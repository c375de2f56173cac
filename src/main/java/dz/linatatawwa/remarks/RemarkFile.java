package dz.linatatawwa.remarks;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;

/** In whose file a remark stands. */
public sealed interface RemarkFile {

  /** An organisation's. */
  record Body(OrganizationId id) implements RemarkFile {}

  /** A person's. */
  record Person(AccountId id) implements RemarkFile {}

  /** As addresses write it. */
  default String address() {
    return switch (this) {
      case Body(OrganizationId id) -> "/supervision/remarks/organization/" + id;
      case Person(AccountId id) -> "/supervision/remarks/account/" + id;
    };
  }

  /** The kind under which the audit log keeps it. */
  default String objectKind() {
    return this instanceof Body ? "organization" : "account";
  }

  /** The number under which the audit log keeps it. */
  default String objectId() {
    return switch (this) {
      case Body(OrganizationId id) -> id.toString();
      case Person(AccountId id) -> id.toString();
    };
  }
}
