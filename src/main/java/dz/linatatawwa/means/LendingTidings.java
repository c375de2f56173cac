package dz.linatatawwa.means;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those who run organisations are told about things that are lent. */
@Component
class LendingTidings {

  private final Notices notices;
  private final Organizations organizations;

  LendingTidings(Notices notices, Organizations organizations) {
    this.notices = notices;
    this.organizations = organizations;
  }

  void asked(Booking booking) {
    tell(booking.owner(), "asked", booking, booking.borrowerName(), "", "booking-asked-" + booking.id());
  }

  /** @param what {@code agreed} or {@code refused} */
  void answered(Booking booking, String what, String why) {
    tell(booking.borrower(), what, booking, booking.ownerName(), why, null);
  }

  void withdrawn(Booking booking) {
    tell(booking.owner(), "withdrawn", booking, booking.borrowerName(), "", null);
  }

  void lapsed(Booking booking) {
    tell(booking.borrower(), "lapsed", booking, booking.ownerName(), "", "booking-lapsed-" + booking.id());
  }

  void damaged(Booking booking, String words) {
    tell(booking.owner(), "damaged", booking, booking.borrowerName(), words, "booking-damaged-" + booking.id());
  }

  /** It is to come back tomorrow, or today. */
  void due(Booking booking, LocalDate today) {
    tell(booking.borrower(), "due", booking, booking.ownerName(), "", "booking-due-" + booking.id() + "-" + today);
  }

  /** It should have come back: both sides are told. */
  void overdue(Booking booking, LocalDate today) {
    tell(booking.borrower(), "overdue", booking, booking.ownerName(), "", "booking-overdue-" + booking.id() + "-" + today);
    if (!booking.own()) tell(booking.owner(), "away", booking, booking.borrowerName(), "", "booking-away-" + booking.id() + "-" + today);
  }

  private void tell(OrganizationId to, String what, Booking booking, LocalName other, String more, @Nullable String once) {
    InWords from = words -> words.longDate(booking.from()) + " " + words.time(booking.from());
    InWords until = words -> words.longDate(booking.to()) + " " + words.time(booking.to());
    notices.tellAll(organizations.coordinators(to), "booking-" + what, "means.notice.booking." + what + ".title", "means.notice.booking." + what + ".body",
        "/organizations/" + to + "/desk/means/bookings/" + booking.id(), once, booking.thingLabel(), other, from, until, more);
  }
}
