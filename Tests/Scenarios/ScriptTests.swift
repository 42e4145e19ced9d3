// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The command, as people meet it: every script of `Scripts/`, a case for each.
@Suite("The command's stories")
struct ScriptTests {
  /// The open call's story from its founding on; each stage is where other scripts begin.
  @Test(arguments: try Script.all(in: Place.stages))
  func stage(_ script: Script) async throws {
    _ = try await Stages.shared.folder(script.name)
  }

  @Test(arguments: try Script.all(in: Place.scripts))
  func script(_ script: Script) async throws {
    let folder = try await Stages.shared.copy(of: script.stage, named: script.name)
    if let issue = script.knownIssue {
      withKnownIssue("\(issue)", isIntermittent: true) { try script.run(in: folder) }
    } else {
      try script.run(in: folder)
    }
    try FileManager.default.removeItem(at: folder)
  }
}
