import Foundation

/// `make soak` widens samples to the whole; `make test` runs the same tests on the sample.
public enum Soak {
  public static let isOn = ProcessInfo.processInfo.environment["CERTPRESS_SOAK"] != nil
}
