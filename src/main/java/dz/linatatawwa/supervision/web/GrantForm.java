package dz.linatatawwa.supervision.web;

/** What was typed to make somebody a supervisor, as it was typed. */
public record GrantForm(String contact, String territory, String reason) {}
