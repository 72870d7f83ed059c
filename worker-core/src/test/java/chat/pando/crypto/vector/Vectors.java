package chat.pando.crypto.vector;

import chat.pando.conformance.Conformance;
import chat.pando.crypto.MegolmVectors;
import chat.pando.crypto.OlmVectors;
import chat.pando.host.Host;
import java.util.LinkedHashMap;
import java.util.Map;

/** All suites of published vectors, by name. */
public final class Vectors {

    private Vectors() {}

    public static Map<String, Conformance> suites(Host host) {
        Map<String, Conformance> suites = new LinkedHashMap<>();
        suites.put("vectors of Olm", new OlmVectors(host.primitives()));
        suites.put("vectors of Megolm", new MegolmVectors(host.primitives()));
        suites.put("vectors of attachments", new AttachmentVectors(host));
        suites.put("vectors of backups", new BackupVectors(host));
        suites.put("vectors of exports", new ExportVectors(host));
        suites.put("vectors of QR codes", new QrVectors());
        suites.put("vectors of SAS", new SasVectors(host.primitives()));
        suites.put("vectors of secret storage", new SecretVectors(host));
        suites.put("vectors of signatures", new SigningVectors(host));
        return suites;
    }
}
