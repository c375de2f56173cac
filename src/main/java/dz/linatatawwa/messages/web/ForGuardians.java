package dz.linatatawwa.messages.web;

import dz.linatatawwa.guardians.GuardianPageSection;
import dz.linatatawwa.messages.GuardianReading;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.volunteers.Guardian;
import dz.linatatawwa.volunteers.Volunteer;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** On a guardian's page: everything that organisations and the minor write to each other, and what organisations told all who come. */
@Component
class ForGuardians implements GuardianPageSection {

  private static final Pattern OLDER = Pattern.compile("(?:^|&)older=([0-9a-f-]{36}):([1-9][0-9]{0,17})(?:&|$)");

  private final GuardianReading reading;
  private final Fragments fragments;

  ForGuardians(GuardianReading reading, Fragments fragments) {
    this.reading = reading;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Guardian guardian, Volunteer minor, Page page) {
    Matcher older = OLDER.matcher(page.query().replace("%3A", ":"));
    boolean asked = older.find();
    List<GuardianReading.Read> all = reading.of(minor.id(), asked ? older.group(1) : "", asked ? Long.parseLong(older.group(2)) : 0);
    var told = reading.told(minor.id());
    return all.isEmpty() && told.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "messages/forGuardian", "all", all, "told", told));
  }
}
