import CCrypto

/// SHA-256 of `bytes` in lower-case hex (`EVP_Digest`); nil if libcrypto has no memory.
func sha256(_ bytes: [UInt8]) -> String? {
  var digest = [UInt8](repeating: 0, count: 32)
  guard EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil) == 1 else { return nil }
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
