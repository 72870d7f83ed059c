package chat.pando.e2e.law;

import java.util.List;

/** Addresses end up in logs: a token never stands in one. */
public final class TokenLaw implements WireLaw {

    @Override
    public List<Breach> asked(Ask ask) {
        return ask.target().contains("access_token=")
                ? List.of(new Breach(Law.NO_TOKEN_IN_AN_ADDRESS, ask.toString())) : List.of();
    }
}
