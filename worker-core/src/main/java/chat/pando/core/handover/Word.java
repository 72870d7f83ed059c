package chat.pando.core.handover;

/** What cores say to each other. The shape of each is the same in all versions of Pando. */
sealed interface Word {

    /** The instance id of the core that says it. */
    String from();

    /** To all: leave, I take over. It is said again as long as an account can't be had. */
    record Ask(Rank rank, Version version) implements Word {

        @Override
        public String from() {
            return rank.instance();
        }
    }

    /** A word that answers an {@link Ask}, and so a sign of life. */
    sealed interface Answer extends Word {

        /** The instance id of the core that has asked. */
        String asker();
    }

    /** I finish what is under way, then I go. */
    record Leaving(String from, String asker) implements Answer {}

    /** I came after you: it is you who goes, unless you are the newer one and move up. */
    record Later(Rank rank, String asker) implements Answer {

        @Override
        public String from() {
            return rank.instance();
        }
    }

    /** I stay: my databases are of a version that you can't read. */
    record Refusal(String from, String asker, Version version) implements Answer {}
}
