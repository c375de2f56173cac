package dz.linatatawwa.kits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dz.linatatawwa.codes.SiteCodes.SiteCode;
import dz.linatatawwa.nodes.Heard;
import dz.linatatawwa.nodes.Nodes;
import dz.linatatawwa.nodes.Remembered;
import dz.linatatawwa.site.DataReplaced;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The sites where volunteers open a code now. Two thousand of them read the same code from the same phone within its ten seconds, so what is the same for all is asked once: which kit, of what, and whether
 *  the phone signed the code. A kit that is withdrawn is forgotten on all nodes as soon as that is committed; a node that does not hear the others asks each time. */
@Component
class Sites {

  private static final Duration REMEMBERED = Duration.ofSeconds(10);
  /** Longer than a code is good. */
  private static final Duration PROVEN = Duration.ofMinutes(1);
  private static final int MOST = 2_000;
  private static final String WORD = "kit";

  /** @param title of the opportunity, for the volunteer's eyes: ten seconds old at most */
  record Site(Kit kit, String title) {}

  /** A kit's key never changes, so its number stands for it. */
  private record Proof(long kit, long step, ByteBuffer signature) {}

  private final KitTable table;
  private final Nodes nodes;
  private final Remembered<Long, Site> known;
  private final Cache<Proof, Boolean> proven = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(PROVEN).build();

  Sites(KitTable table, Nodes nodes) {
    this.table = table;
    this.nodes = nodes;
    this.known = new Remembered<>(nodes, MOST, REMEMBERED);
  }

  Optional<Site> find(long kit) {
    return known.find(kit, () -> table.site(kit));
  }

  /** Whether the site's phone signed this code. Only what is true is remembered: who sends what is forged pays for the look each time. */
  boolean signed(Site site, SiteCode code) {
    Proof proof = new Proof(site.kit().id(), code.step(), ByteBuffer.wrap(code.signature()));
    if (proven.getIfPresent(proof) != null) return true;
    if (!code.signedBy(site.kit().publicKey())) return false;
    proven.put(proof, true);
    return true;
  }

  /** This kit is read anew by every node once the transaction under way is committed. */
  void forget(KitId kit) {
    nodes.tell(WORD, kit.toString());
    Remembered.nowAndAfterwards(() -> known.forget(kit.value()));
  }

  @EventListener(DataReplaced.class)
  void forgetEverything() {
    known.forgetAll();
    proven.invalidateAll();
  }

  @EventListener
  void heard(Heard word) {
    if (word.missed()) forgetEverything();
    else if (word.tellsOf(WORD)) known.forget(Long.parseLong(word.whom()));
  }
}
