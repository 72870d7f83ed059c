package chat.pando.e2e.stage;

import chat.pando.e2e.law.Breach;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.Profile;
import chat.pando.e2e.proxy.Exchange;
import chat.pando.e2e.proxy.FaultProxy;
import chat.pando.e2e.proxy.Traffic;
import chat.pando.e2e.proxy.TrafficLaws;
import chat.pando.lab.drive.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One test's world: a homeserver behind a proxy of its own, browser profiles, and people with names of their own. */
public final class Stage implements AutoCloseable {

    private final House house;
    private final FaultProxy proxy;
    private final List<Profile> profiles = new ArrayList<>();
    private final List<Browser> browsers = new ArrayList<>();
    private final List<Deployment> deployments = new ArrayList<>();

    public Stage(House house) {
        this.house = house;
        try {
            this.proxy = new FaultProxy(house.homeserver());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands between the browser and the homeserver. */
    public FaultProxy proxy() {
        return proxy;
    }

    public Traffic traffic() {
        return proxy.traffic();
    }

    /** What a person types as the homeserver. */
    public String homeserver() {
        return proxy.url();
    }

    /** The homeserver itself, for peers whose requests are not to be on record. */
    public URI homeserverItself() {
        return house.homeserver();
    }

    /** Somebody with a name of their own and no account yet. */
    public Person person(String name) {
        String unique = name + "-" + Long.toString(System.nanoTime(), 36);
        return new Person(unique, "a long password of " + unique, house.serverName());
    }

    /** A browser profile that shows Pando as its own server serves it. */
    public Profile profile(String name) {
        return profile(name, house.site());
    }

    /** A browser profile that shows Pando as served from some other place. */
    public Profile profile(String name, URI site) {
        try {
            Profile profile = new Profile(house.chromium(), name, house.newFolder(name), site, proxy.url());
            profiles.add(profile);
            return profile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A browser that can do to its tabs what Playwright keeps browsers from, such as freezing them. */
    public Browser browser(String name) {
        try {
            Browser browser = house.engine().start(name, house.newFolder(name));
            browsers.add(browser);
            return browser;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server of the site on which other versions of it can be deployed. */
    public Deployment deployment() {
        try {
            Deployment deployment = new Deployment(house.files());
            deployments.add(deployment);
            return deployment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where Pando's own server serves the site. */
    public URI site() {
        return house.site();
    }

    /** What breaks the laws about the wire that hold whatever happens. */
    public List<Breach> brokenLaws() {
        return new TrafficLaws(traffic()).broken();
    }

    /** Screenshots, consoles and the record of the wire, for whoever has to find out why. */
    public void saveEvidence(Path folder) {
        try {
            Files.createDirectories(folder);
            String record = traffic().all().stream().filter(exchange -> !exchange.isPreflight())
                    .map(Exchange::toString).collect(Collectors.joining("\n"));
            Files.writeString(folder.resolve("wire.txt"), record);
            for (Profile profile : profiles) {
                profile.saveEvidence(folder);
            }
            for (Browser browser : browsers) {
                browser.saveEvidence(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        profiles.forEach(Profile::close);
        browsers.forEach(Browser::close);
        deployments.forEach(Deployment::close);
        try {
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
