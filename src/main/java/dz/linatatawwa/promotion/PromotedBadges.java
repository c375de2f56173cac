package dz.linatatawwa.promotion;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.recognition.Badge;
import dz.linatatawwa.recognition.BadgeArtwork;
import dz.linatatawwa.recognition.Badges;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Badges as cards and posters tell them, with their picture. */
@Component
class PromotedBadges implements Promotable {

  private final Badges badges;
  private final BadgeArtwork artwork;

  PromotedBadges(Badges badges, BadgeArtwork artwork) {
    this.badges = badges;
    this.artwork = artwork;
  }

  @Override
  public PromotedKind kind() {
    return PromotedKind.BADGES;
  }

  @Override
  public Optional<Promoted> find(String id, Words words) {
    return badges.find(id).map(badge -> promoted(badge, words));
  }

  @Override
  public Optional<String> idOf(long number) {
    return badges.find(number).map(Badge::key);
  }

  private Promoted promoted(Badge badge, Words words) {
    return new Promoted(kind(), badge.id(), "/badges/" + badge.key(), words.text("promotion.kind.badges"), badge.name().in(words.language()),
        List.of(badge.words().in(words.language())), () -> artwork.png(badge, words.language()));
  }
}
