package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;

/** A school's class or a scout group, kept by its leader in an organisation.
 *  @param members how many belong to it now
 *  @param ready   how many of them may take part: of age, or with a guardian's consent
 *  @param open    takes part; a closed one is kept for its past */
public record YouthGroup(long id, OrganizationId organization, GroupKind kind, String name, AccountId leader, int members, int ready, boolean open) {}
