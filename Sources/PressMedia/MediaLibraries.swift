import CQREncode

/// The library that encodes QR symbols.
public enum MediaLibraries {
  /// Name and version, as it runs: another one may choose another mask.
  public static var versions: [String: String] { ["libqrencode": String(cString: QRcode_APIVersionString())] }
}
