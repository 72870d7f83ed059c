package chat.pando.lab.sim.browser;

import chat.pando.lab.sim.Laws;
import chat.pando.lab.sim.Ledger;
import chat.pando.lab.sim.server.Wire;
import chat.pando.lab.sim.time.Scheduler;
import java.util.Random;

/** What all browsers of a world share. */
public record Surroundings(
        Scheduler scheduler, Random random, Wire wire, GenuineSignatures signatures, Laws laws, Ledger ledger) {}
