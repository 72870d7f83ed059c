package chat.pando.crypto.vector;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.crypto.StrictUtf8;
import chat.pando.crypto.export.KeyExport;
import chat.pando.host.CryptoException;
import chat.pando.host.Host;
import chat.pando.host.Json;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.Utf8;
import java.util.List;

/** The file of room keys that rust-sdk publishes in {@code file_encryption/key_export.rs}. */
final class ExportVectors implements Conformance {

    private static final String FILE = """
            -----BEGIN MEGOLM SESSION DATA-----
            Af7mGhlzQ+eGvHu93u0YXd3D/+vYMs3E7gQqOhuCtkvGAAAAASH7pEdWvFyAP1JUisAcpEo
            Xke2Q7Kr9hVl/SCc6jXBNeJCZcrUbUV4D/tRQIl3E9L4fOk928YI1J+3z96qiH0uE7hpsCI
            CkHKwjPU+0XTzFdIk1X8H7sZ+MD/2Sg/q3y8rtUjz7uEj4GUTnb+9SCOTVmJsRfqgUpM1CU
            bDLytHf1JkohY4tWEgpsCc67xdzgodjr12qYrfg/zNm3LGpxlrffJknw4rk5QFTj4kMbqbD
            ZZgDTni+HxRTDGge2J620lMOiznvXX+H09Rwruqx5aJvvaaKd86jWRpiO2oSFqHn4u5ONl9
            41uzm62Sj0eIm6ZbA9NQs87jQw4LxsejhZVL+NdjIg80zVSBTWhTdo0DTnbFSNP4ReOiz0U
            XosOF8A5T8Vdx2nvA0GXltfcHKVKQYh/LJAkNQ7P9UYL4ae/5TtQZkhB1KxCLTRWqADCl53
            uBMGpG53EMgY6G6K2DEIOkcv7sdXQF5WpemiSWZqJRWj+cjfs9BpCTbkp/rszWFl2TniWpR
            RqIbT2jORlN4rTvdtF0F4z1pqP4qWyR3sLNTkXm9CFRzWADNG0RDZKxbCoo6RPvtaCTfaHo
            SwfvzBS6CjfAG+FOugpV48o7+XetaUUPZ6/tZSPhCdeV8eP9q5r0QwWeXFogzoNzWt4HYx9
            MdXxzD+f0mtg5gzehrrEEARwI2bCvPpHxlt/Na9oW/GBpkjwR1LSKgg4CtpRyWngPjdEKpZ
            GYW19pdjg0qdXNk/eqZsQTsNWVo6A
            -----END MEGOLM SESSION DATA-----
            """;

    private static final String SESSION_ID = "8sdNGgmLft8osylLK9ij3IotBLyQQufe/KngiW4Dpq0";

    private final KeyExport export;
    private final Json json;

    ExportVectors(Host host) {
        export = new KeyExport(host.primitives(), host.entropy());
        json = host.json();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("a published file opens", this::published),
                new Case("a file of our own opens", this::ours));
    }

    private void published() throws CryptoException, JsonSyntaxException {
        String sessions = StrictUtf8.decode(export.read(FILE, "1234".toCharArray()));
        JsonArray array = (JsonArray) json.parse(sessions);
        Check.equal(1, array.size());
        JsonObject session = (JsonObject) array.values().get(0);
        Check.equal("m.megolm.v1.aes-sha2", session.requireString("algorithm"));
        Check.equal(SESSION_ID, session.requireString("session_id"));
    }

    private void ours() throws CryptoException {
        byte[] sessions = Utf8.encode("[{\"session\": \"" + "x".repeat(1_000) + "\"}]");
        String file = export.write(sessions, "p\u00e4ss".toCharArray(), 1_000);
        Check.equal(sessions, export.read(file, "p\u00e4ss".toCharArray()));
    }
}
