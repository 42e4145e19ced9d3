// SPDX-License-Identifier: Apache-2.0

/// Why a text is not an expression; `at` counts bytes from 0.
public enum MalformedExpression: Error, Hashable, Sendable {
  case empty
  case tooLong
  case tooDeep(at: Int)
  case unexpectedCharacter(at: Int)
  case numberTooLarge(at: Int)
  /// A word or sign that cannot stand here.
  case unexpected(String, at: Int)
  case endsEarly
  case unknownFunction(String, at: Int)
  case wrongArguments(String, at: Int)
}
