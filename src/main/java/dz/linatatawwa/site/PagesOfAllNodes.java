package dz.linatatawwa.site;

import dz.linatatawwa.nodes.Nodes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What changed on public pages here is told to the other nodes, and to this one again when it is committed: until then somebody may have kept what was there before. */
@Component
class PagesOfAllNodes {

  private final Nodes nodes;

  PagesOfAllNodes(Nodes nodes) {
    this.nodes = nodes;
  }

  @EventListener
  void changed(PublicPagesChanged changed) {
    nodes.tell(PublicPagesChanged.WORD, "");
  }
}
