package dz.linatatawwa.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the campaigns, the opportunities and their shifts, with the seats that {@link Turnout} gave away. */
final class OfferRows {

  private final Connection connection;
  private final LocalDate today;

  OfferRows(Connection connection, LocalDate today) {
    this.connection = connection;
    this.today = today;
  }

  void write(Offers offers, List<Turnout.Part> parts) throws SQLException {
    opportunities(offers);
    Map<Long, Integer> taken = new HashMap<>();
    parts.stream().filter(Turnout.Part::holdsSeat).forEach(part -> taken.merge(part.turn().id(), 1, Integer::sum));
    shifts(offers, taken);
  }

  private void opportunities(Offers offers) throws SQLException {
    try (Rows rows = new Rows(connection, "opportunities.opportunity (id, organization_id, title, summary, description, field_code, activity_code, wilaya_code,"
        + " commune_code, address, lat, lon, remote, min_age, bring, answer, nature, state, made_at, made_by, published_at, ended_at)")) {
      for (Offer offer : offers.all) {
        String published = Instants.at(today.minusDays(offer.publishedDay()));
        boolean draft = offer.state().equals("draft");
        rows.row(offer.id(), offer.body().id(), offer.title(), offer.summary(), offer.description(), offer.work().field(), offer.work().activity(),
            offer.town().wilaya(), offer.town().code(), offer.remote() ? "" : offer.address(), offer.town().lat(), offer.town().lon(), offer.remote(),
            Math.max(offer.work().minAge(), 16), offer.bring(), offer.byHand() ? "by-hand" : "at-once", offer.nature(), offer.state(), published, offer.body().coordinator(),
            draft ? null : published, offer.state().equals("closed") ? Instants.at(offer.turns().getLast().ends().plusDays(2)) : null);
      }
      rows.end();
    }
  }

  private void shifts(Offers offers, Map<Long, Integer> taken) throws SQLException {
    try (Rows rows = new Rows(connection, "opportunities.shift (id, opportunity_id, starts_at, ends_at, capacity, taken, state)")) {
      for (Offer offer : offers.all) {
        for (Offer.Turn turn : offer.turns()) {
          rows.row(turn.id(), offer.id(), Instants.at(turn.starts()), Instants.at(turn.ends()), turn.capacity(), taken.getOrDefault(turn.id(), 0),
              offer.state().equals("closed") ? "closed" : "open");
        }
      }
      rows.end();
    }
  }
}
