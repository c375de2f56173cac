package dz.linatatawwa.organizations;

/** A room above says whether an organisation has ever shown something to the public there. */
@FunctionalInterface
public interface PublishedBy {

  boolean hasPublished(OrganizationId organization);
}
