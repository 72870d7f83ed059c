package chat.pando.channel.sds;

/** Bytes are no message of SDS. Says what is wrong with them, never what they are. */
public final class MalformedSds extends Exception {

    private static final long serialVersionUID = 1;

    public MalformedSds(String why) {
        super(why);
    }
}
