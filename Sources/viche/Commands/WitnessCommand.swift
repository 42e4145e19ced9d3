// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct WitnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "witness",
    abstract:
      "Watch a log for others, or have one watched: cosign checkpoints, collect cosignatures.",
    discussion: """
      A witness remembers the last checkpoint of each log that it cosigned, and
      cosigns only what adds to it. A log that is cosigned shows everybody the same
      history, or the witness has the proof.

      Example:
        viche key new press.example.org/witness --witness --out witness.pem
        viche witness serve --key witness.pem --log log.vkey --store memory
        viche witness sign alliance.viche --key witness.pem --store memory --out cosigned
        viche witness submit cosigned --policy witnesses.policy
      """,
    subcommands: [WitnessServe.self, WitnessSign.self, WitnessSubmit.self])
}
