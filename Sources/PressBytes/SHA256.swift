import CCrypto

/// SHA-256 (FIPS 180-4), by libcrypto: the identity of fonts and pictures.
///
/// By its plain functions: the first digest by EVP costs a process 1.5 ms for looking up providers, and each later one as much as
/// 4 KB of data.
public enum SHA256 {
  /// Lower-case hex.
  public static func hex(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// 32 bytes.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var context = SHA256_CTX()
    SHA256_Init(&context)
    SHA256_Update(&context, bytes, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      SHA256_Final(digest.baseAddress, &context)
      count = 32
    }
  }
}
