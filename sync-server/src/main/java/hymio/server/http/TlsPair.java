package hymio.server.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A chain of certificates and the private key of the first one. */
record TlsPair(List<X509Certificate> chain, PrivateKey key) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    /** Of a key in no other program's hands; only there because a key store wants one. */
    static final String PASSWORD = "";

    /** @throws TlsException when a server cannot show them */
    static TlsPair parse(byte[] certificate, byte[] key, TlsFiles files) {
        List<X509Certificate> chain = chain(certificate, files);
        PublicKey shown = chain.getFirst().getPublicKey();
        TlsPair pair = new TlsPair(chain, privateKey(new String(key, US_ASCII), shown.getAlgorithm(), files));
        if (!fits(pair.key(), shown)) {
            throw new TlsException("The key in " + files.key() + " is not the one of the first certificate in "
                    + files.certificate() + ". Put the server's own certificate first, and name its key.");
        }
        return pair;
    }

    /** When the first certificate of the chain ends that ends first. */
    Instant expires() {
        return chain.stream()
                .map(it -> it.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, PASSWORD.toCharArray(), chain.toArray(new X509Certificate[0]));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java keeps keys in memory", e);
        }
    }

    private static List<X509Certificate> chain(byte[] pem, TlsFiles files) {
        try {
            List<X509Certificate> chain =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (CertificateException e) { // told below
        }
        throw new TlsException(files.certificate() + " holds no certificate in PEM (-----BEGIN CERTIFICATE-----).");
    }

    private static PrivateKey privateKey(String pem, String algorithm, TlsFiles files) {
        Matcher block = BLOCK.matcher(pem);
        while (block.find()) {
            if (block.group(1).equals("PRIVATE KEY")) {
                return pkcs8(Base64.getMimeDecoder().decode(block.group(2)), algorithm, files);
            }
        }
        throw new TlsException(files.key() + " holds no private key in PKCS #8 without a password (-----BEGIN PRIVATE"
                + " KEY-----). Make one of it with: openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW");
    }

    private static PrivateKey pkcs8(byte[] der, String algorithm, TlsFiles files) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new TlsException("The key in " + files.key() + " is damaged, or no " + algorithm
                    + " key as the certificate in " + files.certificate() + " needs.");
        }
    }

    private static boolean fits(PrivateKey key, PublicKey shown) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(shown);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "TlsPair[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
