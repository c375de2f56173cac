package dz.linatatawwa.site;

import java.util.List;

/** The settings of a room: a bean of this kind puts them on the administrators' page. */
@FunctionalInterface
public interface SettingList {

  List<Setting<?>> settings();
}
