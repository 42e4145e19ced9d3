// SPDX-License-Identifier: Apache-2.0

import Governance
public import Ledger

extension Words {
  /// What was found in a log's bytes, with what was expected where that can be said.
  public func sentence(for finding: LogFault.Finding) -> String {
    switch finding {
    case .empty: self("finding.empty")
    case .notALog: self("finding.not_a_log")
    case .otherVersion(let found): self("finding.other_version", ["found": found])
    case .badOrigin: self("finding.bad_origin")
    case .badFrameHeader: self("finding.bad_frame_header")
    case .unknownKind(let found): self("finding.unknown_kind", ["found": found])
    case .emptyBody: self("finding.empty_body")
    case .bodyTooLong(let bytes): self("finding.body_too_long", ["bytes": "\(bytes)"])
    case .bodyWithoutLineFeed: self("finding.body_without_line_feed")
    case .lengthBeyondEnd(let bytes): self("finding.length_beyond_end", ["bytes": "\(bytes)"])
    case .badIndex: self("finding.bad_index")
    case .badReceived: self("finding.bad_received")
    case .indexGap(let expected, let found): numbers("finding.index_gap", expected, found)
    case .receivedRunsBack(let previous, let found):
      self("finding.received_runs_back", ["expected": previous.text, "found": found.text])
    case .badNote(let note): self("finding.bad_note", ["detail": "\(note)"])
    case .severalLines: self("finding.several_lines")
    case .badKeyName: self("finding.bad_key_name")
    case .signatureLength(let key): self("finding.signature_length", ["key": key])
    case .signaturesNotSorted(let key): self("finding.signatures_not_sorted", ["key": key])
    case .badStatement(let fault):
      self("finding.bad_statement", ["detail": sentence(for: fault)])
    case .badRefusedStatement(let fault):
      self("finding.bad_refused_statement", ["detail": sentence(for: fault)])
    case .badRefusedNote(let note): self("finding.bad_refused_note", ["detail": "\(note)"])
    case .notFounded: self("finding.not_founded")
    case .badKey(let key, let error):
      self("finding.bad_key", ["key": key, "detail": "\(error)"])
    case .otherKindOfKey(let key): self("finding.other_kind_of_key", ["key": key])
    case .keyOfSameNameAndID(let key): self("finding.key_of_same_name", ["key": key])
    case .logKeyName(let expected, let found): texts("finding.log_key_name", expected, found)
    case .unknownSigner(let key): self("finding.unknown_signer", ["key": key])
    case .wrongSignature(let key): self("finding.wrong_signature", ["key": key])
    case .wrongRefusedSignature(let key): self("finding.wrong_refused_signature", ["key": key])
    case .badCheckpoint(let note): self("finding.bad_checkpoint", ["detail": "\(note)"])
    case .checkpointExtension: self("finding.checkpoint_extension")
    case .checkpointOrigin(let expected, let found):
      texts("finding.checkpoint_origin", expected, found)
    case .checkpointSize(let expected, let found):
      numbers("finding.checkpoint_size", expected, found)
    case .checkpointRoot(let expected, let found):
      texts("finding.checkpoint_root", hex(expected), hex(found))
    case .checkpointUnsigned: self("finding.checkpoint_unsigned")
    case .checkpointSignature: self("finding.checkpoint_signature")
    }
  }

  private func numbers(_ key: String, _ expected: Int, _ found: Int) -> String {
    texts(key, "\(expected)", "\(found)")
  }

  private func texts(_ key: String, _ expected: String, _ found: String) -> String {
    self(key, ["expected": expected, "found": found])
  }
}
