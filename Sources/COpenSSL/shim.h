// libcrypto as OpenSSL 3 has it: a call of 1.1's style does not even import.
#define OPENSSL_API_COMPAT 0x30000000L
#define OPENSSL_NO_DEPRECATED
#include <fcntl.h>
#include <unistd.h>

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
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
