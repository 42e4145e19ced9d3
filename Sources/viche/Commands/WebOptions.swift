// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Options of commands that may read a log from a web server.
struct WebOptions: ParsableArguments {
  @Option(help: "From a URL: the seconds that one request may take.") var timeout = 60
  @Flag(help: "From a URL: read http:// from other machines too.") var allowHTTP = false

  mutating func validate() throws {
    guard (1...3_600).contains(timeout) else {
      throw ValidationError("--timeout takes 1 to 3600 seconds.")
    }
  }
}
