// SPDX-License-Identifier: Apache-2.0

/// What became of an application at the door, before any test.
public struct Door: Sendable, Equatable, Codable {
  /// `early`, `late` or `superseded`; `nil` for one that stands.
  public let turnedAway: Disposition?
  /// Whether only the window's grace let it in.
  public var byGrace = false
  /// Whether it was sealed in time as an offline bundle, and grace was over too.
  public var beyondGrace = false
  /// The application it yields to, or the early one that it follows.
  public var related: String?
}

extension Assembly {
  /// What became of every application of a call at the door (`Statements.md`, "Disposition").
  public func doors(of call: Call) -> [String: Door] {
    var doors: [String: Door] = [:]
    var standing: [String: Application] = [:]
    var lastEarly: [String: String] = [:]
    for application in applications(of: call) {
      let door = windowDoor(of: application, in: call)
      doors[application.id] = door
      guard let code = registryCode(of: application) else { continue }
      if door.turnedAway == .early { lastEarly[code] = application.id }
      guard door.turnedAway == nil else { continue }
      if let other = standing[code], other.effective > application.effective { continue }
      standing[code] = application
    }
    for application in applications(of: call) {
      guard let code = registryCode(of: application), let door = doors[application.id] else {
        continue
      }
      doors[application.id] = door.settled(
        application.id, standing: standing[code]?.id, lastEarly: lastEarly[code])
    }
    return doors
  }

  /// A call's applications in the order of their receipt, then of their entries.
  public func applications(of call: Call) -> [Application] {
    call.applications.compactMap { applications[$0] }
      .sorted { ($0.effective, $0.entry) < ($1.effective, $1.entry) }
  }

  private func windowDoor(of application: Application, in call: Call) -> Door {
    if application.effective < call.opens { return Door(turnedAway: .early) }
    if application.effective < call.closes { return Door(turnedAway: nil) }
    guard application.channel == .offlineBundle, let sealed = application.sealedAt,
      sealed < call.closes
    else { return Door(turnedAway: .late) }
    if application.effective < call.graceEnds { return Door(turnedAway: nil, byGrace: true) }
    return Door(turnedAway: .late, beyondGrace: true)
  }

  /// The text that says which organisation it is: the registry code, valid or not, if there is one.
  private func registryCode(of application: Application) -> String? {
    guard let name = statutes?.registryAttribute, let text = application.facts[name] else {
      return nil
    }
    let code = Text.clean(text)
    return code.isEmpty ? nil : code
  }

  /// How many were early, late, superseded, withdrawn, and how many stand.
  public func doorCounts(of call: Call) -> [String: Int] {
    var counts = ["early": 0, "late": 0, "superseded": 0, "withdrawn": 0, "standing": 0]
    for (id, door) in doors(of: call) {
      let withdrawn = applications[id]?.withdrawn == true
      let name = door.turnedAway?.rawValue ?? (withdrawn ? "withdrawn" : "standing")
      counts[name, default: 0] += 1
    }
    return counts
  }
}

extension Door {
  /// The same with what only the others of one organisation decide.
  fileprivate func settled(_ id: String, standing: String?, lastEarly: String?) -> Door {
    var door = self
    switch turnedAway {
    case .early: return self
    case nil where standing == id: door.related = lastEarly
    case nil:
      door = Door(turnedAway: .superseded, byGrace: byGrace)
      door.related = standing
    case .late, .superseded, .withdrawn, .ineligible, .eligible, .incomplete:
      door.related = standing
    }
    return door
  }
}

extension Statutes {
  /// The attribute that says which organisation it is: a code of a register of organisations.
  public var registryAttribute: String? {
    attributes.values.filter { $0.type == .code(.edrpou) }.map(\.name).min()
  }
}
