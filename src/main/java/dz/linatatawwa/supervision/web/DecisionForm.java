package dz.linatatawwa.supervision.web;

/** What was typed to decide a matter, as it was typed. */
public record DecisionForm(String decision, String reasonCode, String reason) {}
