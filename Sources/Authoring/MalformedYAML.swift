// SPDX-License-Identifier: Apache-2.0

/// Why bytes are not the strict YAML that statutes are written in; lines and columns are from 1.
public enum MalformedYAML: Error, Hashable, Sendable {
  case tooLarge(bytes: Int, max: Int)
  case notUTF8(line: Int)
  case byteOrderMark
  case notNFC(line: Int, column: Int)
  /// A line end that is neither LF nor CR LF.
  case oddLineBreak(line: Int, column: Int)
  /// What libyaml says against the syntax, in its words.
  case syntax(String, line: Int, column: Int)
  case empty
  case severalDocuments(line: Int, column: Int)
  case anchor(line: Int, column: Int)
  case alias(line: Int, column: Int)
  case tag(line: Int, column: Int)
  /// A key that stands twice in one object, and where it stands first.
  case duplicateKey(String, line: Int, column: Int)
  case mergeKey(line: Int, column: Int)
  case keyNotText(line: Int, column: Int)
  /// A key or an element without a value; an empty text is written `""`.
  case nothing(line: Int, column: Int)
  case tooDeep(line: Int, column: Int)
}
