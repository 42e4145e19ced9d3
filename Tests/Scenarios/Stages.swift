// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Folders in which a part of the story has happened, each made once and copied for every script.
///
/// A stage is a script itself, in `Scripts/stages`; it may begin with the stage before it.
actor Stages {
  static let shared = Stages()

  private let root: URL
  private var made: [String: Task<URL, any Error>] = [:]
  private var copies = 0

  private init() {
    let temporary = FileManager.default.temporaryDirectory
    let prefix = "viche-scenarios-"
    // What a test process that is gone has left.
    for name in (try? FileManager.default.contentsOfDirectory(atPath: temporary.path)) ?? [] {
      guard name.hasPrefix(prefix), let process = Int32(name.dropFirst(prefix.count)),
        kill(process, 0) != 0
      else { continue }
      try? FileManager.default.removeItem(at: temporary.appendingPathComponent(name))
    }
    root = temporary.appendingPathComponent(prefix + "\(ProcessInfo.processInfo.processIdentifier)")
  }

  /// The folder of a stage; made when it is first asked for.
  ///
  /// Nobody writes into it afterwards.
  func folder(_ name: String) async throws -> URL {
    if let task = made[name] { return try await task.value }
    let task = Task { try await make(name) }
    made[name] = task
    return try await task.value
  }

  private func make(_ name: String) async throws -> URL {
    let script = try Script(Place.stages.appendingPathComponent(name + ".txt"))
    let folder = try await copy(of: script.stage, named: "stage-\(name)")
    try await Task.detached { try script.run(in: folder) }.value
    return folder
  }

  /// A new folder with what a stage left; an empty one if there is none.
  func copy(of stage: String?, named name: String) async throws -> URL {
    let origin: URL? = if let stage { try await folder(stage) } else { nil }
    copies += 1
    let folder = root.appendingPathComponent("\(name)-\(copies)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    if let origin {
      let result = try Shell.run("cp -a '\(origin.path)' '\(folder.path)'", in: root)
      guard result.exit == 0 else { throw ScriptFailure(description: "\(result.lines)") }
    } else {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    return folder
  }
}
