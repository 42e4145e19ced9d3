// SPDX-License-Identifier: Apache-2.0
import Governance
import TransparencyLog

extension LedgerError {
  /// Why a file does not hold, as one word: a fault of Format.md or a code of Refusals.md.
  ///
  /// Nil where it is not the file that is at fault.
  public var reason: String? {
    switch self {
    case .damaged(let fault): fault.finding.reason
    case .cut: "no_checkpoint"
    case .foreign: "log_key"
    case .refused(let refusal, _): refusal.code.rawValue
    case .noDraft, .badDraft, .notTheLogKey, .locked, .olderThanSignedHead,
      .divergedFromSignedHead, .noSignedHead, .malformedSignedHead, .signedHeadWithoutLog,
      .logExists, .grownMeanwhile, .uncommittedTail, .malformedMemory, .trouble, .unchecked:
      nil
    }
  }
}

extension LogFault.Finding {
  /// The fault's word in Format.md.
  public var reason: String {
    switch self {
    case .empty: "no_checkpoint"
    case .notALog, .otherVersion, .badOrigin: "header"
    case .badFrameHeader, .unknownKind, .emptyBody, .bodyTooLong, .bodyWithoutLineFeed,
      .lengthBeyondEnd:
      "frame"
    case .badIndex, .badReceived, .indexGap, .badNote, .severalLines, .badKeyName,
      .signatureLength, .signaturesNotSorted, .badStatement, .badRefusedStatement,
      .badRefusedNote, .badKey, .otherKindOfKey:
      "malformed"
    case .wrongSignature, .wrongRefusedSignature: "bad_signature"
    case .badCheckpoint, .checkpointExtension, .checkpointOrigin, .checkpointUnsigned,
      .checkpointSignature:
      "checkpoint"
    case .checkpointSize: "size"
    case .checkpointRoot: "root"
    // What the bytes already show, by the name that the rules have for it.
    case .receivedRunsBack: Refusal.Code.timeRunsBack.rawValue
    case .notFounded: Refusal.Code.notFounded.rawValue
    case .keyOfSameNameAndID: Refusal.Code.keyUsedBefore.rawValue
    case .logKeyName: Refusal.Code.otherLedger.rawValue
    case .unknownSigner: Refusal.Code.unknownKey.rawValue
    }
  }

  /// Whether it is the fault of one entry, and not of the frames or the tree.
  public var isOfEntry: Bool {
    switch self {
    case .empty, .notALog, .otherVersion, .badOrigin, .badFrameHeader, .unknownKind, .emptyBody,
      .bodyTooLong, .bodyWithoutLineFeed, .lengthBeyondEnd, .badCheckpoint, .checkpointExtension,
      .checkpointOrigin, .checkpointUnsigned, .checkpointSignature, .checkpointSize,
      .checkpointRoot:
      false
    case .badIndex, .badReceived, .indexGap, .badNote, .severalLines, .badKeyName,
      .signatureLength, .signaturesNotSorted, .badStatement, .badRefusedStatement,
      .badRefusedNote, .badKey, .otherKindOfKey, .wrongSignature, .wrongRefusedSignature,
      .receivedRunsBack, .notFounded, .keyOfSameNameAndID, .logKeyName, .unknownSigner:
      true
    }
  }
}

extension TilesError {
  /// Why a log in tiles does not hold, as one word; nil where it is not the tiles that are at fault.
  public var reason: String? {
    switch self {
    case .noCheckpoint: "no_checkpoint"
    case .badCheckpoint: "checkpoint"
    case .empty: "size"
    case .missing, .tooLong, .tooManyEntries, .tooManyBytes: "tile"
    case .tile(let fault):
      switch fault {
      case .root: "root"
      case .tileLength, .bundleForm, .tileHash, .entryHash: "tile"
      }
    case .damaged(let finding, _, _): finding.reason
    case .log(let error): error.reason
    case .web, .otherLog, .notSigned, .forked, .shorter, .inCopy: nil
    }
  }
}
