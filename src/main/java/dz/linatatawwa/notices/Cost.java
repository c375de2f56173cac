package dz.linatatawwa.notices;

/** What some text messages cost.
 *  @param name     the day, the beginning of their numbers, or the code of their topic
 *  @param centimes of a dinar */
public record Cost(String name, long messages, long parts, long centimes) {}
