// SPDX-License-Identifier: Apache-2.0

import Governance
import Register

/// Looks up what people name on the command line, and says in words where there is no such thing.
struct Found {
  let assembly: Assembly
  let words: Words

  init(_ assembly: Assembly, _ words: Words) {
    self.assembly = assembly
    self.words = words
  }

  func party(_ name: String) throws -> Party {
    try found(assembly.parties[name], Refusal(.unknownParty, ["party": name]))
  }

  func call(_ name: String) throws -> Call {
    try found(assembly.calls[name], Refusal(.unknownCall, ["call": name]))
  }

  func application(_ name: String) throws -> Application {
    try found(
      assembly.applications[name], Refusal(.unknownApplication, ["application": name]))
  }

  func vote(_ name: String) throws -> Vote {
    try found(assembly.votes[name], Refusal(.unknownVote, ["vote": name]))
  }

  func proposal(_ name: String) throws -> Proposal {
    try found(
      assembly.proposals[name], Refusal(.unknownThing, ["kind": "proposal", "name": name]))
  }

  func election(_ name: String) throws -> Election {
    try found(
      assembly.elections[name], Refusal(.unknownThing, ["kind": "election", "name": name]))
  }

  func amendment(_ name: String) throws -> Amendment {
    try found(
      assembly.amendments[name], Refusal(.unknownThing, ["kind": "amendment", "name": name]))
  }

  func challenge(_ name: String) throws -> Challenge {
    try found(
      assembly.challenges[name], Refusal(.unknownThing, ["kind": "challenge", "name": name]))
  }

  func mandate(_ name: String) throws -> Mandate {
    try found(
      assembly.mandates[name], Refusal(.unknownThing, ["kind": "mandate", "name": name]))
  }

  func lot(_ name: String) throws -> Lot {
    try found(assembly.lots[name], Refusal(.unknownThing, ["kind": "lot", "name": name]))
  }

  /// A body of the statutes.
  func body(_ name: String) throws -> Statutes.Body {
    try found(
      assembly.statutes?.bodies[name], Refusal(.unknownThing, ["kind": "body", "name": name]))
  }

  private func found<Thing>(_ thing: Thing?, _ refusal: Refusal) throws -> Thing {
    guard let thing else {
      throw Failure(.refused, words.sentence(for: refusal), hint: words.hint(for: refusal))
    }
    return thing
  }
}

extension Desk {
  /// Looks up what people name.
  var found: Found { Found(assembly, words) }
}
