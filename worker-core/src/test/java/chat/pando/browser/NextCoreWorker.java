package chat.pando.browser;

import chat.pando.protocol.ToCore;
import chat.pando.store.migration.Migrations;
import java.util.function.UnaryOperator;
import org.teavm.jso.JSBody;

/**
 * The core of a later Pando, which {@code e2e} compiles and deploys: the present one, with another version of the
 * protocol, or of the databases, or of both. A script that runs before it says which: {@code self.pandoNext}.
 */
public final class NextCoreWorker {

    private NextCoreWorker() {}

    public static void main(String[] args) {
        Migrations migrations = isNext("schema")
                ? Migrations.current().and(schema -> schema.createTable("of_the_next_version"))
                : Migrations.current();
        CoreWorker.run(UnaryOperator.identity(), ToCore.VERSION + (isNext("protocol") ? 1 : 0), migrations);
    }

    @JSBody(params = "part", script = "return self.pandoNext.indexOf(part) >= 0;")
    private static native boolean isNext(String part);
}
