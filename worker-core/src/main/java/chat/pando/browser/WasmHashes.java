package chat.pando.browser;

import chat.pando.browser.hashing.HashingProgram;
import chat.pando.browser.hashing.HashingResource;
import chat.pando.host.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Int8Array;

/** {@link Hashes} in WebAssembly: {@link HashingProgram}, running. What its memory has no room for, others hash. */
final class WasmHashes implements Hashes {

    private static final int HASH_LENGTH = 32;

    private final Functions functions;
    private final Int8Array memory;
    private final Hashes forLong;

    private WasmHashes(Program program, Hashes forLong) {
        functions = program.getFunctions();
        memory = program.getMemory();
        this.forLong = forLong;
    }

    /** What the program exports. */
    private interface Functions extends JSObject {

        void sha256(int length);

        void hmac(int keyLength, int messageLength);

        void hmacAgain(int messageLength);

        void hkdf(int secretLength, int saltLength, int infoLength, int length);
    }

    private interface Program extends JSObject {

        @JSProperty
        Functions getFunctions();

        @JSProperty
        Int8Array getMemory();
    }

    /**
     * Empty where the browser runs no such program: where it is too old for WebAssembly's garbage collection, say, or under
     * a content security policy without {@code wasm-unsafe-eval}.
     *
     * @param forLong hashes what is too long for the program's memory
     */
    static Optional<WasmHashes> load(Hashes forLong) {
        try (InputStream compiled = ClassLoader.getSystemClassLoader().getResourceAsStream(HashingResource.NAME)) {
            return compiled == null
                    ? Optional.empty()
                    : Optional.ofNullable(start(Bytes.toBrowser(compiled.readAllBytes()), HashingProgram.ROOM))
                            .map(program -> new WasmHashes(program, forLong));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a resource of this script", impossible);
        }
    }

    @Override
    public byte[] sha256(byte[] message) {
        if (!hasRoom(message.length)) {
            return forLong.sha256(message);
        }
        write(message, 0);
        functions.sha256(message.length);
        return result(HASH_LENGTH, message.length);
    }

    @Override
    public byte[] hmac(byte[] key, byte[] message) {
        int length = key.length + message.length;
        if (!hasRoom(length)) {
            return forLong.hmac(key, message);
        }
        write(key, 0);
        write(message, key.length);
        functions.hmac(key.length, message.length);
        return result(HASH_LENGTH, length);
    }

    @Override
    public byte[] hmac(byte[] keys, Span key, byte[] messages, Span message) {
        int length = key.length() + message.length();
        if (!hasRoom(length)) {
            return forLong.hmac(keys, key, messages, message);
        }
        write(keys, key, 0);
        write(messages, message, key.length());
        functions.hmac(key.length(), message.length());
        return result(HASH_LENGTH, length);
    }

    @Override
    public List<byte[]> hmacAll(byte[] key, List<byte[]> messages) {
        List<byte[]> codes = new ArrayList<>(messages.size());
        boolean keyed = false;
        for (byte[] message : messages) {
            codes.add(keyed && hasRoom(message.length) ? hmacAgain(message) : hmac(key, message));
            keyed |= hasRoom(key.length + message.length);
        }
        return codes;
    }

    /** Nobody has asked for anything else since the last code, for there is no waiting in between. */
    private byte[] hmacAgain(byte[] message) {
        write(message, 0);
        functions.hmacAgain(message.length);
        return result(HASH_LENGTH, message.length);
    }

    @Override
    public byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) {
        int wentIn = secret.length + salt.length + info.length;
        if (!hasRoom(wentIn)) {
            return forLong.hkdf(secret, salt, info, length);
        }
        write(secret, 0);
        write(salt, secret.length);
        write(info, secret.length + salt.length);
        functions.hkdf(secret.length, salt.length, info.length, length);
        return result(length, wentIn);
    }

    private static boolean hasRoom(int length) {
        return length <= HashingProgram.ROOM;
    }

    /** Whether nothing is left of what went in and came out. */
    boolean isBlank() {
        return areZeros(memory);
    }

    private void write(byte[] bytes, int at) {
        set(memory, Int8Array.fromJavaArray(bytes), at);
    }

    private void write(byte[] bytes, Span span, int at) {
        setSpan(memory, Int8Array.fromJavaArray(bytes), span.from(), span.to(), at);
    }

    /** What has come out; it and what has gone in are wiped from the program's memory. */
    private byte[] result(int length, int wentIn) {
        return taken(memory, length, Math.max(length, wentIn)).toJavaArray();
    }

    @JSBody(params = {"memory", "bytes", "at"}, script = "memory.set(bytes, at);")
    private static native void set(Int8Array memory, Int8Array bytes, int at);

    @JSBody(
            params = {"memory", "bytes", "from", "to", "at"},
            script = "memory.set(bytes.subarray(from, to), at);")
    private static native void setSpan(Int8Array memory, Int8Array bytes, int from, int to, int at);

    @JSBody(
            params = {"memory", "length", "used"},
            script = "var bytes = memory.slice(0, length); memory.fill(0, 0, used); return bytes;")
    private static native Int8Array taken(Int8Array memory, int length, int used);

    @JSBody(params = "memory", script = "return memory.every(function (each) { return each === 0; });")
    private static native boolean areZeros(Int8Array memory);

    /**
     * Null where the browser refuses, for whatever reason. What the program imports for exceptions, strings and the like it
     * never uses, so that anything will do.
     */
    @JSBody(
            params = {"program", "room"},
            script = "try {"
                    + " var module = new WebAssembly.Module(program);"
                    + " var memory = new WebAssembly.Memory({initial: 3 * room / 65536, maximum: 3 * room / 65536});"
                    + " var constant = function (value) {"
                    + "  return new WebAssembly.Global({value: 'i32', mutable: false}, value); };"
                    + " var imports = {env: {memory: memory},"
                    + "  teavmMemory: {heapOffset: constant(2 * room), maxSize: constant(3 * room)}};"
                    + " WebAssembly.Module.imports(module).forEach(function (wanted) {"
                    + "  var from = imports[wanted.module] = imports[wanted.module] || {};"
                    + "  if (!(wanted.name in from)) { from[wanted.name] = function () {}; } });"
                    + " var instance = new WebAssembly.Instance(module, imports);"
                    + " return {functions: instance.exports, memory: new Int8Array(memory.buffer, room, room)};"
                    + "} catch (refused) { return null; }")
    private static native Program start(JSObject program, int room);
}
