#pragma once
// SHA-256's plain functions are deprecated in favour of EVP since 3.0, and stay.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
