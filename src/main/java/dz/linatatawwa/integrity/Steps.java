package dz.linatatawwa.integrity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One bounded step of the checks: some claims taken, looked at, and done, in one transaction. */
@Component
class Steps {

  private static final int CLAIMS = 1_000;

  private final WorkTable work;
  private final Checks checks;

  Steps(WorkTable work, Checks checks) {
    this.work = work;
    this.checks = checks;
  }

  /** Claims of which something was heard. @return those that were looked at; empty when none wait */
  @Transactional
  public List<Long> news() {
    List<Long> claims = work.take(CLAIMS);
    checks.lookAt(claims);
    return claims;
  }

  /** The next claims of all. @return those that were looked at; empty at the end */
  @Transactional
  public List<Long> walk() {
    List<Long> claims = work.walk(CLAIMS);
    checks.lookAt(claims);
    return claims;
  }

  @Transactional
  public void walkAgain() {
    work.walkAgain();
  }
}
