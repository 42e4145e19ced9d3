// SPDX-License-Identifier: Apache-2.0

import SystemPackage

/// The two streams: results on standard output, talk on standard error.
enum Terminal {
  /// Prints a result; a text that ends its last line itself gets no empty one after it.
  static func say(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: .standardOutput)
  }

  /// Prints talk that is no result: progress, hints, warnings.
  static func remark(_ text: String) { write(text + "\n", to: .standardError) }

  /// Prints a failure: `viche: what and why`, what else is known, then `hint: what to do`.
  static func complain(_ failure: Failure) {
    let red = System.isTerminal(.standardError) && System.environment("NO_COLOR") == nil
    let prefix = red ? "\u{1B}[31mviche:\u{1B}[0m " : "viche: "
    remark(prefix + failure.message)
    for line in failure.remarks { remark(line) }
    if let hint = failure.hint { remark("hint: " + hint) }
  }

  /// Shows progress in one line that is overwritten, on a terminal only.
  static func progress(_ text: String, done: Bool = false) {
    guard System.isTerminal(.standardError) else { return }
    write("\r\u{1B}[K" + (done ? "" : text), to: .standardError)
  }

  // A reader that went away (`viche log show | head`) is no failure of ours.
  private static func write(_ text: String, to stream: FileDescriptor) {
    _ = try? stream.writeAll(text.utf8)
  }
}

extension Terminal {
  /// Prints a file's bytes as they are.
  static func print(_ bytes: [UInt8]) { _ = try? FileDescriptor.standardOutput.writeAll(bytes) }
}
