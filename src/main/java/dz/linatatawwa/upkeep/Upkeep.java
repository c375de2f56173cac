package dz.linatatawwa.upkeep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** How the platform is, for those who run it: this node's work, and the database that all nodes share. */
@Service
public class Upkeep {

  private static final int TROUBLES = 12;

  private final Findings findings;
  private final Jobs jobs;
  private final Troubles troubles;
  private final Storage storage;
  private final SlowQueries queries;

  Upkeep(Findings findings, Jobs jobs, Troubles troubles, Storage storage, SlowQueries queries) {
    this.findings = findings;
    this.jobs = jobs;
    this.troubles = troubles;
    this.storage = storage;
    this.queries = queries;
  }

  /** What was looked at, each with its state. */
  public List<Finding> findings() {
    return findings.all();
  }

  /** Background work of this node, by name. */
  public List<Job> jobs() {
    return jobs.all();
  }

  /** What that work complained of in the log, by its name; work that never did is absent. */
  public Map<String, Trouble> complaints() {
    return jobs.all().stream().filter(job -> troubles.of(job.worker()).isPresent())
        .collect(Collectors.toMap(Job::name, job -> troubles.of(job.worker()).orElseThrow()));
  }

  /** The newest complaints of all parts of this node. */
  public List<Trouble> troubles() {
    return troubles.newest(TROUBLES);
  }

  /** Bytes of the database. */
  public long databaseBytes() {
    return storage.bytes();
  }

  /** The largest tables. */
  public List<StoredTable> tables() {
    return storage.largest();
  }

  /** Statements that take most of the database's time; empty: they are not counted here. */
  public Optional<List<SlowQuery>> slowQueries() {
    return queries.most();
  }
}
