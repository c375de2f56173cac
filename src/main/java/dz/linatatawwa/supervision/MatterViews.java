package dz.linatatawwa.supervision;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which room answers for which kind of matter. */
@Component
class MatterViews {

  private final ObjectProvider<MatterView> views;

  MatterViews(ObjectProvider<MatterView> views) {
    this.views = views;
  }

  MatterView of(Matter matter) {
    return views.stream().filter(view -> view.kind().equals(matter.kind())).findFirst()
        .orElseThrow(() -> new IllegalStateException("no room answers for matters of kind " + matter.kind()));
  }

  List<MatterView> all() {
    return views.stream().toList();
  }
}
