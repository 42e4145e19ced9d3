// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

@main
struct Viche: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "viche",
    abstract: "Govern a coalition in one signed, append-only log that anyone can verify.",
    discussion: """
      Example:
        viche verify alliance.viche
        viche today --log alliance.viche

      A statement is made and signed by its author, also without a connection (--out
      FILE), and committed by whoever holds the log's own key. Texts are in English or
      Ukrainian (--lang en|uk, else LC_ALL, LC_MESSAGES, LANG). The log's path may
      stand in VICHE_LOG.

      Exit codes: 0 done or holds · 1 refused by a rule, or does not hold · 64 wrong
      use · 65 malformed data · 66 no such file · 74 the disk or libcrypto failed.
      """,
    version: "\(program), log format viche-log/1",
    subcommands: [
      KeyCommand.self, StatutesCommand.self, InitCommand.self, SignCommand.self, SubmitCommand.self,
      InboxCommand.self, PartyCommand.self, OfficeCommand.self, CallCommand.self,
      ApplicationCommand.self, DiligenceCommand.self, ReviewCommand.self, ShortlistCommand.self,
      ObjectionCommand.self,
      ProposalCommand.self, AmendmentCommand.self, VoteCommand.self, BallotSheetCommand.self,
      SealCommand.self, TallyCommand.self, CertifyCommand.self, ElectionCommand.self,
      SeatCommand.self, SeatsCommand.self, ChairCommand.self, MeetingCommand.self, LotCommand.self,
      AppealCommand.self,
      OnboardCommand.self, MemberCommand.self, RepresentativeCommand.self, MandateCommand.self,
      StatementCommand.self, AgreementCommand.self, ActionCommand.self, ExternalCommand.self,
      DocumentCommand.self, ComplaintCommand.self, ComplainCommand.self, HandoverCommand.self,
      TodayCommand.self, ExplainCommand.self, StatsCommand.self, LogCommand.self, ProveCommand.self,
      VerifyCommand.self, PublishCommand.self, MirrorCommand.self, WitnessCommand.self,
      CountCommand.self, QRCommand.self,
    ])

  /// The program with its version: what it remembers of a log, only the same one believes.
  static let program = "viche 0.1.0"

  /// ArgumentParser's own complaints speak with the same voice as ours.
  static var _errorPrefix: String { "viche: " }

  /// Parses and runs; failures get one voice and an exit code by kind.
  static func main() {
    System.reportFileSizeLimit()
    System.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Terminal.complain(failure)
      Self.exit(withError: ExitCode(failure.kind.rawValue))
    } catch {
      Self.exit(withError: error)
    }
  }
}
