package dev.headrace.rest.pem;

import dev.headrace.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Reads private keys: PKCS#8, with a passphrase or without, and the older forms PKCS#1 (RSA) and SEC 1 (EC). */
public final class PrivateKeys {

    private static final List<String> ALGORITHMS = List.of("RSA", "EC");

    private static final List<String> PBES2 = List.of("PBES2", "1.2.840.113549.1.5.13");

    private PrivateKeys() {}

    /**
     * The first private key of a PEM text.
     *
     * @param passphrase null when there is none
     */
    public static PrivateKey read(String pem, @Nullable Secret passphrase) throws UnusablePemException {
        for (PemBlock block : PemBlock.all(pem)) {
            if (block.label().endsWith("PRIVATE KEY")) {
                return key(block, passphrase);
            }
        }
        throw new UnusablePemException("there is no BEGIN PRIVATE KEY in it");
    }

    private static PrivateKey key(PemBlock block, @Nullable Secret passphrase) throws UnusablePemException {
        if (block.encrypted()) {
            throw new UnusablePemException("it is encrypted in an old format of OpenSSL; convert it with:"
                    + " openssl pkcs8 -topk8 -in old.pem -out new.pem");
        }
        return switch (block.label()) {
            case "PRIVATE KEY" -> key(new PKCS8EncodedKeySpec(block.der()));
            case "ENCRYPTED PRIVATE KEY" -> decrypted(block.der(), passphrase);
            case "RSA PRIVATE KEY" -> key(new PKCS8EncodedKeySpec(Der.wrappedRsaKey(block.der())));
            case "EC PRIVATE KEY" -> key(new PKCS8EncodedKeySpec(Der.wrappedEcKey(block.der())));
            default -> throw new UnusablePemException("a '" + block.label() + "' is of no use; RSA and EC keys are");
        };
    }

    private static PrivateKey key(KeySpec spec) throws UnusablePemException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                // a key of the other algorithm, perhaps
            } catch (GeneralSecurityException e) {
                throw new UnusablePemException("this Java has no " + algorithm + " keys", e);
            }
        }
        throw new UnusablePemException("it is damaged, or neither an RSA nor an EC key");
    }

    private static PrivateKey decrypted(byte[] der, @Nullable Secret passphrase) throws UnusablePemException {
        if (passphrase == null) {
            throw new UnusablePemException("it is encrypted, and there is no passphrase");
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            String scheme = scheme(info);
            PBEKeySpec password = new PBEKeySpec(passphrase.reveal().toCharArray());
            SecretKey key = SecretKeyFactory.getInstance(scheme).generateSecret(password);
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
            return key(info.getKeySpec(cipher));
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusablePemException("it cannot be decrypted; is the passphrase right?", e);
        }
    }

    /** Of a PBES2 key the parameters, and not the key, know under which name its scheme is found. */
    private static String scheme(EncryptedPrivateKeyInfo info) {
        String name = info.getAlgName();
        return PBES2.contains(name) ? info.getAlgParameters().toString() : name;
    }
}
