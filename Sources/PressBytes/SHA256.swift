import CCrypto

/// SHA-256 (FIPS 180-4), by libcrypto: the identity of fonts and pictures.
public enum SHA256 {
  /// Lower-case hex; nil where libcrypto refuses (no memory, a provider without SHA-256).
  public static func hex(of bytes: [UInt8]) -> String? {
    guard let digest = digest(of: bytes) else { return nil }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// 32 bytes; nil where libcrypto refuses.
  public static func digest(of bytes: [UInt8]) -> [UInt8]? {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    guard EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil) == 1, length == 32 else { return nil }
    return digest
  }
}
