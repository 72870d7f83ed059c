package chat.pando.e2e.people;

/** Somebody with an account, or about to have one. */
public record Person(String username, String password, String serverName) {

    public String userId() {
        return "@" + username + ":" + serverName;
    }

    @Override
    public String toString() {
        return userId();
    }
}
