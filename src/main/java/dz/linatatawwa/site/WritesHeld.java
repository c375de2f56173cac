package dz.linatatawwa.site;

/** Whether nothing may be written for the moment. The room that watches over the disks answers; without it everything may. */
public interface WritesHeld {

  /** True while pages are only shown: a deed would perhaps not be kept, or take the last room that the database needs to stay alive. Asked at each deed, so it must be quick. */
  boolean held();
}
