package dz.linatatawwa.nodes;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service where this node does not share what it must; part of readiness, so that no proxy sends anybody here. */
@Component("nodesHealthIndicator")
class NodeHealth implements HealthIndicator {

  private final Nodes nodes;

  NodeHealth(Nodes nodes) {
    this.nodes = nodes;
  }

  @Override
  public Health health() {
    Health.Builder health = nodes.apart().isEmpty() ? Health.up() : Health.outOfService().withDetail("not shared", nodes.apart());
    return health.withDetail("nodes", nodes.present().stream().map(Node::host).toList()).withDetail("hears the others", nodes.hears()).build();
  }
}
