// libcrypto as OpenSSL 3 has it: a call of 1.1's style does not even import.
#define OPENSSL_API_COMPAT 0x30000000L
#define OPENSSL_NO_DEPRECATED
#include <fcntl.h>
#include <unistd.h>

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

// OPENSSL_free and OPENSSL_clear_free are macros with the caller's file and line.
static inline void viche_free(void *memory) { OPENSSL_free(memory); }
static inline void viche_clear_free(void *memory, size_t count) {
  OPENSSL_clear_free(memory, count);
}

// EVP_read_pw_string falls back to standard input where there is no terminal; we ask first.
static inline int viche_has_terminal(void) {
  int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal < 0) return 0;
  close(terminal);
  return 1;
}

// HKDF (RFC 5869) takes its arguments as a list of named parameters, which is C's to build: the
// names must outlive the list. Writes 32 bytes; 1 if that went well.
static inline int viche_hkdf_sha256(
    EVP_KDF *algorithm, const void *key, size_t key_count, const void *salt, size_t salt_count,
    const void *info, size_t info_count, unsigned char *output) {
  EVP_KDF_CTX *context = EVP_KDF_CTX_new(algorithm);
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, (char *)"SHA256", 0),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)key, key_count),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, (void *)salt, salt_count),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, (void *)info, info_count),
      OSSL_PARAM_construct_end(),
  };
  int done = context != NULL && EVP_KDF_derive(context, output, 32, parameters) == 1;
  EVP_KDF_CTX_free(context);
  return done;
}
