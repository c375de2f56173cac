package dz.linatatawwa.accounts;

/** What something of a person is kept for; the words of each, who sees it and when it goes, are the messages {@code privacy.purpose.CODE}. */
public enum Purpose {
  /** Letting somebody in, and nobody else. */
  SIGN_IN(Ground.SERVICE),
  /** Finding what fits a volunteer. */
  PROFILE(Ground.SERVICE),
  /** Having a guardian answer for a minor. */
  MINORS(Ground.LAW),
  /** Giving places in shifts. */
  PLACES(Ground.SERVICE),
  /** Knowing who came. */
  DAY(Ground.SERVICE),
  /** Knowing who promised goods, and thanking them. */
  MEANS(Ground.SERVICE),
  /** Counting volunteer time, for the person and for the nation. */
  HOURS(Ground.TASK),
  /** Hearing both sides where somebody says that a thing is wrong. */
  FAIRNESS(Ground.TASK),
  /** Badges, certificates and benefits. */
  RECOGNITION(Ground.SERVICE),
  /** Trainings and what they prove. */
  LEARNING(Ground.SERVICE),
  /** Following the members of an institution who agreed to it. */
  PROGRAMMES(Ground.CONSENT),
  /** Acting for an organisation or a partner. */
  OFFICE(Ground.SERVICE),
  /** Telling people what concerns them. */
  MESSAGES(Ground.SERVICE),
  /** Volunteers and organisations writing to each other. */
  CONVERSATIONS(Ground.SERVICE),
  /** Accidents, and the insurer's questions. */
  SAFETY(Ground.LAW),
  /** Answering for power over others. */
  POWER(Ground.LAW),
  /** Bringing tables of institutions in. */
  IMPORTS(Ground.TASK),
  /** Hearing what people propose, and answering it. */
  IDEAS(Ground.SERVICE),
  /** Telling the public what people have lived, in their words and with their faces. */
  STORIES(Ground.CONSENT);

  private final Ground ground;

  Purpose(Ground ground) {
    this.ground = ground;
  }

  /** Why the law allows it. */
  public Ground ground() {
    return ground;
  }

  /** As keys of words write it: {@code sign-in}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The legal ground of a purpose (law 18-07, article 7). */
  public enum Ground {
    /** The person agreed, and may take it back. */
    CONSENT,
    /** The person asked for what cannot be given without it. */
    SERVICE,
    /** A law asks for it. */
    LAW,
    /** A task in the public interest. */
    TASK;

    /** As keys of words write it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
