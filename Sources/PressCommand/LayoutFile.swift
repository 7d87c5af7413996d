import CertPress
import PressBytes
import PressDiagnostics

enum LayoutFile {
  /// Puts other bytes into a layout file that has been read: all of them or, after a fault, none.
  static func replace(_ path: String, by bytes: [UInt8]) throws(Faults) {
    guard Files.isRegular(path) else {
      let message = "'\(path)' is no file whose text could be replaced"
      let hint = "name a file; 'certpress format -' reads standard input"
      throw Faults(.environment, [Diagnostic(.error, "file.unusable", message, hint: hint)])
    }
    do throws(FileError) {
      try Files.write(bytes, to: path)
    } catch {
      throw Faults(writing: error)
    }
  }
}
