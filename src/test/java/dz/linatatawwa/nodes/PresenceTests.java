package dz.linatatawwa.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.WorldTest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** Nodes that must share their keys and their uploads, and one that does not. */
@WorldTest
class PresenceTests {

  @Autowired JdbcClient db;
  @Autowired NodeTable table;

  @BeforeEach
  void nobodyIsThere() {
    JdbcClient.create(TestDatabase.one()).sql("delete from nodes.node").update();
  }

  private final class Machine {
    final Nodes nodes = new Nodes(db);
    final Presence presence;
    Optional<String> keys;

    Machine(String keys) {
      this.keys = Optional.ofNullable(keys);
      DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
      beans.registerSingleton("keys", new SharedThing() {
        @Override
        public String name() {
          return "keys";
        }

        @Override
        public Optional<String> mark() {
          return Machine.this.keys;
        }
      });
      presence = new Presence(nodes, table, beans.getBeanProvider(SharedThing.class), new MockEnvironment());
    }

    void beats(int times) {
      for (int i = 0; i < times; i++) presence.beat();
    }

    Status health() {
      return new NodeHealth(nodes).health().getStatus();
    }
  }

  @Test
  void whoeverComesWithOtherKeysIsNotReadyAndTheOlderStays() {
    Machine old = new Machine("one");
    old.beats(1);
    Machine young = new Machine("two");
    young.beats(1);
    assertThat(young.health()).as("a key that was made a moment ago may be on its way").isEqualTo(Status.UP);
    young.beats(1);
    old.beats(2);
    assertThat(young.nodes.apart()).containsExactly("keys");
    assertThat(young.health()).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(old.health()).isEqualTo(Status.UP);

    young.keys = Optional.of("one");
    young.beats(1);
    assertThat(young.health()).as("given the right ones").isEqualTo(Status.UP);
  }

  @Test
  void whoHasTheSameOrCannotTellIsReady() {
    Machine old = new Machine("one");
    Machine same = new Machine("one");
    Machine unsure = new Machine(null);
    for (Machine machine : new Machine[] {old, same, unsure, old, same, unsure}) machine.beats(1);
    assertThat(old.nodes.count()).isEqualTo(3);
    for (Machine machine : new Machine[] {old, same, unsure}) assertThat(machine.health()).isEqualTo(Status.UP);
  }

  @Test
  void whoLeftOrFellSilentIsCountedNoMore() {
    Machine stays = new Machine("one");
    Machine leaves = new Machine("one");
    Machine dies = new Machine("two");
    for (Machine machine : new Machine[] {stays, leaves, dies}) machine.beats(1);
    leaves.presence.leave();
    leaves.beats(1);
    JdbcClient.create(TestDatabase.one()).sql("update nodes.node set seen_at = now() - interval '21 seconds' where id = :id").param("id", dies.nodes.me()).update();
    stays.beats(1);
    assertThat(stays.nodes.present()).extracting(Node::id).containsExactly(stays.nodes.me());
    assertThat(stays.nodes.count()).isEqualTo(1);
  }

  @Test
  void onANodeThatIsAloneNothingIsDifferent() {
    Machine alone = new Machine("one");
    assertThat(alone.nodes.count()).as("before it said a word").isEqualTo(1);
    alone.beats(3);
    assertThat(alone.health()).isEqualTo(Status.UP);
  }
}
