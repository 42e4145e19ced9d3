// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct VoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vote",
    abstract: "Votes: open, cast a ballot, show, extend, test a block, challenge.",
    subcommands: [
      Open.self, Cast.self, Revoke.self, Show.self, Extend.self, NameVoter.self, Proxy.self,
      Conflict.self, TestBlock.self, Challenge.self, Rule.self,
    ])
}
